-- Persons with an outcome per kind of outcome.
--
-- Outcomes are recorded whatever the exit reason, so a person who both works and studies stands under both kinds, and the
-- shares add up to more than one. Each person counts once in a kind, over all enrolments, by the cut-off.
--
-- @title.sv Personer med utfall efter slag av utfall
-- @description.sv Utfall registreras oavsett avslutsorsak, så den som både arbetar och studerar står under båda slagen, och andelarna kan bli mer än hundra procent tillsammans. Varje person räknas en gång per slag, över alla sina inskrivningar, till och med brytdatum.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column kind varchar [by] codes=outcome_kind
-- @column k integer [count]  persons with an outcome of the kind
-- @column n integer [base]  persons enrolled by the cut-off
-- @column share double [share k/n]
-- @chart bars x=k y=kind
-- @check k <= n
with enrolled as (
  select e.stay, e.person
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N'
),
kinds as (
  select o.kind, count(distinct e.person)::integer as k
  from known_outcome($programme, $cutoff) as o
  join enrolled as e on e.stay = o.stay
  group by all
),
everybody as (
  select (count(*) filter (where e.single) + count(distinct e.person) filter (where not e.single))::integer as n
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N'
)
select k.kind, k.k, a.n, k.k / a.n as share
from kinds as k
cross join everybody as a
order by k.k desc, k.kind
