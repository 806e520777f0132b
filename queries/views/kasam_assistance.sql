-- Scores of those whom staff helped to answer against those who answered by themselves, per subscale and wave.
--
-- Help from staff and answers by oneself are not the same measurement. They are not drawn by lot either: the difference may come
-- from the help or from who got it. By oneself is on paper, on the web or by a link; interviews are neither.
--
-- @title.sv Poäng hos dem som fick hjälp av personal mot dem som svarade på egen hand, per delskala och mättillfälle
-- @description.sv Svar med hjälp av personal och svar på egen hand är inte samma mätning. Vilka som fick hjälp är inte heller lottat: skillnaden kan bero på hjälpen eller på vilka som fick den. På egen hand är på papper, på webben eller genom en länk; intervjuer är ingetdera.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column wave varchar [by] measure
-- @column n integer [base]  persons with a score, helped or by themselves
-- @column n_assisted integer [count]  of them helped by staff
-- @column n_alone integer [count]  of them by themselves
-- @column mean_assisted double [mean n_assisted/n] unit=score
-- @column mean_alone double [mean n_alone/n] unit=score
-- @column difference double [mean n_assisted/n] unit=score  mean of those helped minus mean of the others
-- @column lower double [interval] unit=score  95 % Welch t interval of the difference
-- @column upper double [interval] unit=score
-- @column.sv n  personer med poäng, med hjälp eller på egen hand
-- @column.sv n_assisted  de av dem som fick hjälp av personal
-- @column.sv n_alone  de av dem som svarade på egen hand
-- @column.sv difference  medelvärdet för dem som fick hjälp minus medelvärdet för de andra
-- @column.sv lower  95-procentigt t-intervall för skillnaden enligt Welch
-- @means scale, subscale
-- @chart interval x=difference y=subscale color=wave lower=lower upper=upper
-- @check n_assisted + n_alone = n
-- @check difference between lower and upper
with scored as (
  select s.subscale_no, s.wave, s.score, s.mode = 'staff_assisted' as assisted
  from wave_score($programme, $cutoff, $selection, $scale, $missing, 'none') as s
  where s.score is not null and s.mode in ('staff_assisted', 'paper', 'web', 'sms_link')
),
described as (
  select
    s.subscale_no,
    s.wave,
    count(*)::integer as n,
    count_if(s.assisted)::integer as n_assisted,
    count_if(not s.assisted)::integer as n_alone,
    avg(s.score) filter (s.assisted) as mean_assisted,
    avg(s.score) filter (not s.assisted) as mean_alone,
    stddev_samp(s.score) filter (s.assisted) / sqrt(count_if(s.assisted)) as error_assisted,
    stddev_samp(s.score) filter (not s.assisted) / sqrt(count_if(not s.assisted)) as error_alone
  from scored as s
  group by all
),
compared as (
  select
    d.*,
    d.mean_assisted - d.mean_alone as difference,
    student_t_quantile(0.975, welch_df(d.error_assisted, d.n_assisted, d.error_alone, d.n_alone))
      * sqrt(pow(d.error_assisted, 2) + pow(d.error_alone, 2)) as reach
  from described as d
)
select
  u.scale,
  u.subscale,
  c.wave,
  c.n,
  c.n_assisted,
  c.n_alone,
  c.mean_assisted,
  c.mean_alone,
  c.difference,
  c.difference - c.reach as lower,
  c.difference + c.reach as upper
from compared as c
join subscale as u on u.scale = $scale and u.subscale_no = c.subscale_no
order by wave_order(c.wave), u.subscale_no
