-- When each questionnaire could be answered, as the delivery says: its windows with their outages.
--
-- One row per window. A questionnaire that began late, or was down, could not be answered by those who left meanwhile:
-- that is no choice of theirs.
--
-- @title.sv När enkäterna kunde besvaras
-- @description.sv En rad per insamling, så som leveransen anger den, med avbrott. Den som slutade innan en enkät fanns, eller medan den låg nere, har inte valt att låta bli att svara.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"municipality": ["1781"]}
-- @about organisation
-- @column instrument varchar [by]
-- @column wave varchar [by]
-- @column municipality varchar [by]  U where it is all of them
-- @column opened_on date
-- @column closed_on date
-- @column outage_from date  empty where it was never down
-- @column outage_to date  its last day
-- @column outage_days integer [count] unit=days
-- @column.sv municipality  U när det gäller alla kommuner
-- @column.sv outage_from  tomt när den aldrig låg nere
-- @column.sv outage_to  avbrottets sista dag
-- @check opened_on <= closed_on
select
  c.instrument,
  c.wave,
  coalesce(c.municipality, 'U') as municipality,
  c.opened_on,
  c.closed_on,
  c.outage_from,
  c.outage_to,
  (c.outage_to - c.outage_from + 1)::integer as outage_days
from build_collection as c
where c.programme = default_programme($programme)
  and c.opened_on <= cutoff_of($programme, $cutoff)
  and matches_selection(
    $selection, coalesce(c.municipality, 'U'), 'U', 'U', 'U', 'U', 'U', 'U', 'unknown', 'U', 'unknown', 'unknown'
  )
order by c.instrument, wave_order(c.wave), municipality, c.opened_on
