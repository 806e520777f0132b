-- Each milestone of the theory of change as known at the cut-off.
--
-- One row per milestone. One reached after the cut-off is still under way. A milestone belongs to a node of the programme's
-- theory of change, and is of the organisation: no row is about a person.
--
-- @title.sv Milstolpar
-- @description.sv En rad per milstolpe så som den är känd vid brytdatum. Milstolpar som nåtts senare räknas som pågående. De hör till ett led i programmets förändringsteori och handlar om organisationen, inte om personer.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"municipality": ["1781"]}
-- @about organisation
-- @column node varchar [by]  the node of the theory of change
-- @column municipality varchar [by]
-- @column note varchar  the supplier's own words for it
-- @column status varchar codes=milestone_status
-- @column reached_on date  empty while not reached, or where nobody noted the day
-- @column.sv node  ledet i förändringsteorin
-- @column.sv note  leverantörens egna ord om den
-- @column.sv reached_on  tomt när den inte är nådd, eller när ingen har noterat dagen
-- @check status = 'reached' or reached_on is null
select m.node, m.municipality, m.note, m.status, m.reached_on
from known_milestone($programme, $cutoff, $selection) as m
order by m.node, m.municipality, m.status, m.note
