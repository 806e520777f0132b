-- Change of a scale's score if all who could not be followed were unchanged.
--
-- Takes everybody with a score at the earlier wave and gives those without a later one, anonymous answers among them, a
-- change of nothing. That is no estimate, but shows how much the result rests on those who answered twice.
--
-- @title.sv Förändring av poäng om alla som inte kunde följas vore oförändrade
-- @description.sv Tar med alla som har poäng vid det tidigare tillfället och ger dem som saknar ett senare, även anonyma svar, en förändring på noll. Det är ingen skattning, men visar hur mycket resultatet vilar på dem som har svarat två gånger.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param from varchar = baseline in wave  the earlier wave
-- @param to varchar = exit in wave  the later wave
-- @param subscale varchar = null in subscale  total or one of the scale's own; without one, all
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column n integer [base]  persons with a score at the earlier wave
-- @column n_paired integer [count]  of them with one at the later wave too
-- @column change double [mean n_paired/n] unit=score  of those with both
-- @column change_all double [mean n_paired/n] unit=score  of all, the others unchanged
-- @column lower double [interval] unit=score  95 % t interval of the change of all
-- @column upper double [interval] unit=score
-- @column.sv n_paired  de av dem som även har poäng vid det senare mättillfället
-- @column.sv change  för dem som har båda
-- @column.sv change_all  för alla, med oförändrade poäng för de övriga
-- @column.sv lower  95-procentigt t-intervall för förändringen bland alla
-- @means scale, subscale
-- @check n_paired <= n
with scored as (
  select s.extract_no, s.who, s.subscale_no
  from wave_score($programme, $cutoff, $selection, $scale, $missing, 'none') as s
  where s.wave = $from and s.score is not null
),
followed as (
  select p.who, p.subscale_no, p.post - p.pre as change
  from score_pair($programme, $cutoff, part_of($selection), $scale, $missing, 'none', $from, $to) as p
),
described as (
  select
    s.subscale_no,
    count(*)::integer as n,
    count(f.change)::integer as n_paired,
    avg(f.change) as change,
    avg(coalesce(f.change, 0)) as change_all,
    stddev_samp(coalesce(f.change, 0)) as sd
  from scored as s
  left join followed as f on f.who = s.who and f.subscale_no = s.subscale_no
  group by all
)
select
  u.scale,
  u.subscale,
  d.n,
  d.n_paired,
  d.change,
  d.change_all,
  d.change_all - t_reach(d.n) * d.sd as lower,
  d.change_all + t_reach(d.n) * d.sd as upper
from described as d
join subscale as u on u.scale = $scale and u.subscale_no = d.subscale_no and ($subscale is null or u.subscale = $subscale)
order by u.subscale_no
