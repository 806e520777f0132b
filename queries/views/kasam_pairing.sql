-- Scores at the earlier wave of those who could be followed and those who could not.
--
-- A change is known only of those with a score at both waves. Where they began elsewhere than the others, what is known
-- of them does not hold for all.
--
-- @title.sv Poäng vid det tidigare mättillfället för dem som kunde följas och dem som inte kunde det
-- @description.sv Förändringen är känd bara för dem som har poäng vid båda tillfällena. Började de på en annan nivå än de övriga gäller det man vet om dem inte alla.
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
-- @column pairing varchar [by]  paired, unpaired, or anonymous and so impossible to pair
-- @column n integer [base]  persons with a score at the earlier wave
-- @column mean double [mean] unit=score  at the earlier wave
-- @column sd double [interval] unit=score
-- @column lower double [interval] unit=score  95 % t interval of the mean
-- @column upper double [interval] unit=score
-- @column.sv pairing  kunde följas, kunde inte följas, eller anonyma svar som inte går att para ihop
-- @column.sv mean  vid det tidigare mättillfället
-- @means scale, subscale
-- @chart interval x=mean y=pairing color=subscale lower=lower upper=upper
-- @check n > 0
with scored as (
  select s.extract_no, s.who, s.wave, s.subscale_no, s.score
  from wave_score($programme, $cutoff, $selection, $scale, $missing, 'none') as s
  where s.score is not null
),
followed as (
  select p.who, p.subscale_no
  from score_pair($programme, $cutoff, part_of($selection), $scale, $missing, 'none', $from, $to) as p
),
described as (
  select
    s.subscale_no,
    case
      when s.who like 'r%' then 'anonymous'
      when f.who is null then 'unpaired'
      else 'paired'
    end as pairing,
    count(*)::integer as n,
    avg(s.score) as mean,
    stddev_samp(s.score) as sd
  from scored as s
  left join followed as f on f.who = s.who and f.subscale_no = s.subscale_no
  where s.wave = $from
  group by all
)
select
  u.scale,
  u.subscale,
  d.pairing,
  d.n,
  d.mean,
  d.sd,
  d.mean - t_reach(d.n) * d.sd as lower,
  d.mean + t_reach(d.n) * d.sd as upper
from described as d
join subscale as u on u.scale = $scale and u.subscale_no = d.subscale_no and ($subscale is null or u.subscale = $subscale)
order by u.subscale_no, d.pairing
