-- Reliability of a scale per subscale and wave.
--
-- Only those who answered every item count, each person once at a wave. Alpha with Feldt's interval, and omega of one
-- common factor. Alpha rises with the number of items alone; below a hundred persons or so both are unsteady, and with
-- fewer than three items there is no omega.
--
-- @title.sv En skalas tillförlitlighet per delskala och mättillfälle
-- @description.sv Bara de som har svarat på alla frågor räknas, varje person en gång per mättillfälle. Alfa med Feldts intervall, och omega för en gemensam faktor. Alfa stiger redan av fler frågor; under ungefär hundra personer är båda osäkra, och med färre än tre frågor finns inget omega.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  which of several questionnaires is a person's: the last that this rule scores
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column wave varchar [by] measure
-- @column n integer [base]  persons who answered every item
-- @column k integer [interval]  items
-- @column alpha double [interval]  Cronbach's
-- @column standardised double [interval]  alpha as if every item had the same variance
-- @column lower double [interval]  95 % of alpha
-- @column upper double [interval]
-- @column omega double [interval]  McDonald's, by maximum likelihood
-- @column average_r double [interval]  mean correlation between two items
-- @column.sv k  frågor
-- @column.sv alpha  Cronbachs
-- @column.sv standardised  alfa som om alla frågor hade samma varians
-- @column.sv lower  95-procentigt intervall för alfa
-- @column.sv omega  McDonalds, skattad med maximum likelihood
-- @column.sv average_r  medelvärde av korrelationerna mellan två frågor
-- @check n > 0
-- @check alpha is null or alpha between lower and upper
with measured as (
  select
    m.*,
    alpha_from_covariances(m.n, m.covariances) as a,
    omega_from_covariances(m.n, m.covariances) as o
  from item_matrix($programme, $cutoff, $selection, $scale, $missing) as m
)
select
  u.scale,
  u.subscale,
  m.wave,
  m.n,
  len(m.covariances)::integer as k,
  m.a.alpha,
  m.a.standardised,
  m.a.lower,
  m.a.upper,
  m.o.omega,
  m.a.average_r
from measured as m
join subscale as u on u.scale = $scale and u.subscale_no = m.subscale_no
order by wave_order(m.wave), u.subscale_no
