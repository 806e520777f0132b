-- Median days in the programme per municipality, for enrolments that have ended.
--
-- Every ended enrolment counts. A median rather than a mean, because a few long stays pull a mean away, and quartiles rather
-- than the shortest and longest, because those are single persons. Stays that have not ended are not here, so the figure is
-- too short while many are still enrolled.
--
-- @title.sv Median av dagar i programmet per kommun, för avslutade inskrivningar
-- @description.sv Varje avslutad inskrivning räknas. Medianen används för att några få långa tider drar iväg ett medelvärde, och kvartiler i stället för kortast och längst för att de gäller enskilda personer. Pågående inskrivningar är inte med, så siffran är för låg så länge många är kvar.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @column municipality varchar [by]
-- @column n integer [base]  enrolments that had ended by the cut-off
-- @column median_days double [mean] unit=days  from the day of the start to the day of the end
-- @column lower_quartile double [mean] unit=days  a quarter of the enrolments were shorter
-- @column upper_quartile double [mean] unit=days  a quarter of the enrolments were longer
-- @column.sv n  inskrivningar som avslutats till och med brytdatum
-- @column.sv median_days  från startdagen till slutdagen
-- @column.sv lower_quartile  en fjärdedel av inskrivningarna var kortare
-- @column.sv upper_quartile  en fjärdedel av inskrivningarna var längre
-- @chart interval x=median_days y=municipality lower=lower_quartile upper=upper_quartile
-- @check lower_quartile <= median_days and median_days <= upper_quartile
-- @check lower_quartile >= 0
with stays as (
  select e.municipality, date_diff('day', e.started_on, e.ended_on) as days
  from known_exit($programme, $cutoff, $selection) as e
),
quartiles as (
  select s.municipality, count(*)::integer as n, quantile_cont(s.days, [0.25, 0.5, 0.75]) as days
  from stays as s
  group by all
)
select q.municipality, q.n, q.days[2] as median_days, q.days[1] as lower_quartile, q.days[3] as upper_quartile
from quartiles as q
order by q.municipality
