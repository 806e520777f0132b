-- Persons with an outcome per kind of outcome.
--
-- Outcomes are recorded whatever the exit reason, so a person who both works and studies stands under both kinds, and the
-- shares add up to more than one. Each person counts once in a kind, over all enrolments, by the cut-off. A kind that somebody in
-- the programme has stands here also when nobody in the selection has.
--
-- @title.sv Personer med utfall efter slag av utfall
-- @description.sv Utfall registreras oavsett avslutsorsak, så den som både arbetar och studerar står under båda slagen, och andelarna kan bli mer än hundra procent tillsammans. Varje person räknas en gång per slag, över alla sina inskrivningar, till och med brytdatum. Ett slag som någon i programmet har visas även när ingen i urvalet har det.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column kind varchar [by] measure codes=outcome_kind
-- @column k integer [count]  persons with an outcome of the kind
-- @column n integer [base]  persons enrolled by the cut-off
-- @column share double [share k/n]
-- @column.sv k  personer med ett utfall av det slaget
-- @chart bars x=k y=kind
-- @check k <= n
with enrolled as (
  select e.stay, e.person
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N'
),
counted as (
  select o.kind, count(distinct e.person)::integer as k
  from known_outcome($programme, $cutoff) as o
  join enrolled as e on e.stay = o.stay
  group by all
),
recorded as (
  select distinct o.kind
  from known_outcome($programme, $cutoff) as o
),
kinds as (
  select r.kind, coalesce(c.k, 0)::integer as k
  from recorded as r
  left join counted as c on c.kind = r.kind
),
everybody as (
  select (count(*) filter (where e.single) + count(distinct e.person) filter (where not e.single))::integer as n
  from known_enrolment($programme, $cutoff, $selection) as e
  where e.eligible <> 'N'
)
select k.kind, k.k, a.n, k.k / nullif(a.n, 0) as share
from kinds as k
cross join everybody as a
order by k.k desc, k.kind
