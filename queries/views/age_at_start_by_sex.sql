-- Participants per age band and sex.
--
-- Each person counts once, with the age at the first enrolment. The bands are the programme's own; U is an unknown age or one
-- outside every band.
--
-- @title.sv Deltagare efter ålder vid start och kön
-- @description.sv Varje person räknas en gång, med åldern vid sin första inskrivning. Åldersgrupperna är programmets egna; U är okänd ålder eller en ålder utanför alla grupper.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column age_band varchar [by]  years of age at the first enrolment
-- @column sex varchar [by]  at enrolment
-- @column k integer [count]  persons of the sex in the band
-- @column n integer [base]  persons of the sex, of any age
-- @column share double [share k/n]
-- @column.sv age_band  ålder i år vid den första inskrivningen
-- @column.sv k  personer av könet i åldersgruppen
-- @column.sv n  personer av könet, oavsett ålder
-- @chart grouped x=k y=age_band color=sex
-- @check k <= n
with bands as (
  select e.age_band, e.sex, count(*)::integer as k
  from first_enrolment($programme, $cutoff, $selection) as e
  group by all
),
counted as (
  select b.*, sum(b.k) over (partition by b.sex)::integer as n
  from bands as b
)
select c.age_band, c.sex, c.k, c.n, c.k / c.n as share
from counted as c
order by c.age_band, c.sex
