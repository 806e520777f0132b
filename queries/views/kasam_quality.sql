-- What to look at in a questionnaire's answers, per wave and check.
--
-- Flags, not corrections: a flagged questionnaire counts, and an item that it answers twice is missing from it. Values
-- outside the scale were set aside at the load, where the wave of the questionnaire is not known any more. Whether
-- reversed items are turned as they should is in kasam_reversal.
--
-- @title.sv Vad i en enkäts svar som behöver ses över, per mättillfälle och kontroll
-- @description.sv Flaggor, inga rättelser: en flaggad enkät räknas, och en fråga som den besvarar två gånger är obesvarad. Svar utanför skalan undantogs när uttaget lästes in; enkätens mättillfälle är då inte längre känt. Om de vända frågorna är omräknade som de ska finns i kasam_reversal.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure  null for the whole delivery
-- @column survey_check varchar [by] measure
-- @column k integer [count] unit=rows  questionnaires, or answers set aside
-- @column n integer [base] unit=rows  questionnaires received, or answers delivered
-- @column share double [share k/n]
-- @column.sv wave  tomt för hela leveransen
-- @column.sv k  enkäter, eller undantagna svar
-- @column.sv n  inkomna enkäter, eller levererade svar
-- @check k <= n
with response as (
  select r.extract_no, r.respondent, r.who, r.wave, r.answered_on, r."group" as municipality
  from survey_response($programme, $cutoff, $selection, $scale, 'municipality') as r
),
answered as (
  select
    a.respondent,
    count(*) filter (a.single) as items,
    min(a.value) filter (a.single) = max(a.value) filter (a.single) as alike,
    not bool_and(a.single) as item_twice
  from build_answer as a
  join scale_item as i on i.scale = $scale and i.item = a.item
  where a.value is not null
  group by all
),
in_outage as (
  select distinct r.respondent
  from response as r
  join build_collection as c on c.extract_no = r.extract_no and c.wave = r.wave
  where c.instrument = $scale
    and coalesce(c.municipality = r.municipality, true)
    and r.answered_on between c.outage_from and c.outage_to
),
judged as (
  select
    r.wave,
    s.items > 1 and coalesce(a.items = s.items and a.alike, false) as straight_lining,
    coalesce(a.items, 0) < 0.8 * s.items as missing_items,
    coalesce(a.item_twice, false) as item_twice,
    o.respondent is not null as in_outage,
    count(*) over (partition by r.extract_no, r.who, r.wave) > 1 as several
  from response as r
  join scale as s on s.scale = $scale
  left join answered as a on a.respondent = r.respondent
  left join in_outage as o on o.respondent = r.respondent
),
counted as (
  unpivot (
    select
      j.wave,
      count(*)::integer as n,
      count_if(j.straight_lining)::integer as straight_lining,
      count_if(j.missing_items)::integer as missing_items,
      count_if(j.item_twice)::integer as item_twice,
      count_if(j.in_outage)::integer as in_outage,
      count_if(j.several)::integer as several_at_wave
    from judged as j
    group by all
  )
  on straight_lining, missing_items, item_twice, in_outage, several_at_wave
  into name survey_check value k
),
answers_set_aside as (
  select count(*)::integer as k
  from build_set_aside as s
  where s.programme = default_programme($programme) and s.rule = 'item_value'
),
answers_delivered as (
  select sum(t.rows)::integer as n
  from build_table_rows as t
  where t.programme = default_programme($programme) and t."table" = 'answer'
)
select $scale as scale, c.wave, c.survey_check, c.k, c.n, c.k / c.n as share
from counted as c
union all
select $scale, null, 'out_of_range', s.k, d.n, s.k / d.n
from answers_set_aside as s
cross join answers_delivered as d
where d.n > 0
order by wave nulls last, survey_check
