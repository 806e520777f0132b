-- Participants per route by which they first came.
--
-- Each person counts once, by the route of the first enrolment: a returner came by the route of the first time.
--
-- @title.sv Deltagare efter väg in
-- @description.sv Varje person räknas en gång, efter vägen in vid sin första inskrivning. Den som kommer tillbaka räknas alltså efter hur hon eller han först kom.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column inflow_route varchar [by]
-- @column k integer [count]  persons who came by the route
-- @column n integer [base]  persons enrolled by the cut-off
-- @column share double [share k/n]
-- @column.sv k  personer som kom den vägen
-- @chart bars x=k y=inflow_route
-- @check k <= n
with routes as (
  select e.inflow_route, count(*)::integer as k
  from first_enrolment($programme, $cutoff, $selection) as e
  group by all
),
counted as (
  select r.*, sum(r.k) over ()::integer as n
  from routes as r
)
select c.inflow_route, c.k, c.n, c.k / c.n as share
from counted as c
order by c.inflow_route = 'unknown', c.k desc, c.inflow_route
