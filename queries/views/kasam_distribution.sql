-- Persons per band of scores, subscale and wave.
--
-- Bands of equal width over the whole range of the scale, so that the same band means the same at every wave. They are
-- no judgement: no cut-off of low or high is part of the scale. Bands without persons are there.
--
-- @title.sv Personer per poängintervall, delskala och mättillfälle
-- @description.sv Lika breda intervall över hela skalan, så att samma intervall betyder detsamma vid varje tillfälle. De är inget omdöme: någon gräns för lågt eller högt hör inte till skalan. Intervall utan personer finns med.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param subscale varchar = null in subscale  total or one of the scale's own; without one, all
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column wave varchar [by] measure
-- @column band_from double [by]  lowest score of the band
-- @column band_to double [by]  highest score of the band, which belongs to the next one unless it is the scale's highest
-- @column k integer [count]  persons in the band
-- @column n integer [base]  persons with a score
-- @column share double [share k/n]
-- @column.sv band_from  lägsta poäng i intervallet
-- @column.sv band_to  högsta poäng i intervallet, som hör till nästa intervall om det inte är skalans högsta
-- @column.sv k  personer i intervallet
-- @column.sv n  personer med poäng
-- @check k <= n
with scored as (
  select s.subscale_no, s.wave, s.score
  from wave_score($programme, $cutoff, $selection, $scale, $missing, 'none') as s
  where s.score is not null
),
width as (
  select u.*, if(u.highest - u.lowest >= 24, ceil((u.highest - u.lowest) / 13), (u.highest - u.lowest) / 12) as width
  from subscale as u
  where u.scale = $scale and ($subscale is null or u.subscale = $subscale)
),
band as (
  select w.*, b.band, w.lowest + b.band * w.width as band_from, least(w.lowest + (b.band + 1) * w.width, w.highest) as band_to
  from width as w
  cross join range(13) as b (band)
  where w.lowest + b.band * w.width < w.highest
),
placed as (
  select
    s.subscale_no,
    s.wave,
    least(floor((s.score - w.lowest) / w.width), ceil((w.highest - w.lowest) / w.width) - 1)::bigint as band,
    count(*)::integer as k
  from scored as s
  join width as w on w.subscale_no = s.subscale_no
  group by all
),
wave as (
  select p.subscale_no, p.wave, sum(p.k)::integer as n
  from placed as p
  group by all
)
select
  b.scale,
  b.subscale,
  w.wave,
  b.band_from::double as band_from,
  b.band_to::double as band_to,
  coalesce(p.k, 0)::integer as k,
  w.n,
  coalesce(p.k, 0) / w.n as share
from wave as w
join band as b on b.subscale_no = w.subscale_no
left join placed as p on p.subscale_no = b.subscale_no and p.wave = w.wave and p.band = b.band
order by b.subscale_no, wave_order(w.wave), b.band
