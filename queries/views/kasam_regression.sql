-- How much of a change of the total comes by itself when a group has started low.
--
-- Whoever is chosen for being low comes nearer the mean of the population at the next measurement without any effect: on
-- average (1 - rho) (mu - before), where mu is the population's mean and rho the correlation of two measurements. For
-- SOC-13 published values are taken unless others are given: mean 70.7 (Aland, 40 to 70 years, PMC2652992) and 0.74 (the
-- middle of 0.69 to 0.78 for retests after a year, PMC1757043). For other scales the view has no row until both are
-- given.
--
-- @title.sv Hur mycket av totalens förändring som kommer av sig själv när en grupp har börjat lågt
-- @description.sv Den som valts för att ligga lågt närmar sig befolkningens medelvärde vid nästa mätning utan någon effekt: i genomsnitt (1 − ρ)(μ − före), där μ är befolkningens medelvärde och ρ korrelationen mellan två mätningar. För KASAM-13 tas publicerade värden om inga andra anges: medelvärde 70,7 (Åland, 40–70 år, PMC2652992) och 0,74 (mitten av 0,69–0,78 för ny mätning efter ett år, PMC1757043). För andra skalor har vyn ingen rad förrän båda är angivna.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param from varchar = baseline in wave  the earlier wave
-- @param to varchar = exit in wave  the later wave
-- @param mu double = null  mean of the population; null is the published one, where there is one
-- @param rho double = null  correlation of two measurements, 0 to 1; null is the published one, where there is one
-- @param.sv mu  befolkningens medelvärde; utan angivelse det publicerade, där det finns
-- @param.sv rho  korrelation mellan två mätningar, från 0 till 1; utan angivelse den publicerade, där den finns
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column n integer [base]  persons with a score at both waves
-- @column mean_pre double [mean] unit=score
-- @column change double [mean] unit=score
-- @column lower double [interval] unit=score  95 % t interval of the change
-- @column upper double [interval] unit=score
-- @column mu double [interval] unit=score  mean of the population
-- @column rho double [interval]  correlation of two measurements
-- @column inputs varchar codes=regression_inputs  where mu and rho come from
-- @column expected double [mean] unit=score  change without any effect
-- @column beyond double [mean] unit=score  change minus expected
-- @column.sv mu  befolkningens medelvärde
-- @column.sv rho  korrelation mellan två mätningar
-- @column.sv inputs  varifrån mu och rho kommer
-- @column.sv expected  förändring utan någon effekt
-- @column.sv beyond  förändring minus väntad förändring
-- @means scale, subscale
-- @check rho between 0 and 1
with pairs as (
  select paired_change(list(p.pre), list(p.post)) as t_test
  from score_pair($programme, $cutoff, $selection, $scale, $missing, 'none', $from, $to) as p
  where p.subscale_no = 0
  having count(*) > 0
),
inputs as (
  select
    coalesce($mu, if($scale = 'soc13', 70.7, null))::double as mu,
    coalesce($rho, if($scale = 'soc13', 0.74, null))::double as rho,
    case when $mu is null and $rho is null then 'published' when $mu is null or $rho is null then 'mixed' else 'given' end as origin
)
select
  $scale as scale,
  'total' as subscale,
  p.t_test.n,
  p.t_test.mean_pre,
  p.t_test.change,
  p.t_test.lower,
  p.t_test.upper,
  i.mu,
  i.rho,
  i.origin as inputs,
  (1 - i.rho) * (i.mu - p.t_test.mean_pre) as expected,
  p.t_test.change - (1 - i.rho) * (i.mu - p.t_test.mean_pre) as beyond
from pairs as p
cross join inputs as i
where i.mu is not null and i.rho between 0 and 1
