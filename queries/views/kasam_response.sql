-- Who answered a questionnaire, of those who could, per wave and group.
--
-- Could answer: enrolled on some day when the questionnaire was open in the municipality and not down; at exit and
-- follow-up only those who have left by the cut-off, and not before it existed. Where the delivery does not say when it
-- was open, the days from the first answer to the cut-off are taken. Each person counts once. Anonymous answers, and
-- those of persons who could not be expected to answer, stand beside. By mode the base is everybody: nobody knows how
-- those who did not answer would have. People outside the target group are not counted. By month it is the first month in which the person could.
--
-- @title.sv Vilka som har besvarat en enkät, av dem som kunde, per mättillfälle och grupp
-- @description.sv Kunde svara: inskriven någon dag då enkäten var öppen i kommunen och inte låg nere; vid avslut och uppföljning bara de som har avslutat till och med brytdatum, och inte innan enkäten fanns. Säger leveransen inte när den var öppen tas dagarna från det första svaret till brytdatum. Varje person räknas en gång. Anonyma svar, och svar från personer som inte väntades svara, står bredvid. Efter svarssätt är basen alla: ingen vet hur de som inte svarade skulle ha gjort det. Personer utanför målgruppen räknas inte. Efter månad är det den första månad då personen kunde svara.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param by varchar = none in response_group  what to group by
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @column scale varchar codes=instrument
-- @column wave varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column could_answer integer [base]  persons enrolled while the questionnaire could be answered
-- @column received integer [count]  of them who have answered
-- @column scored integer [count]  of those with a total score
-- @column share double [share received/could_answer]
-- @column lower double [interval received/could_answer] unit=share  95 % Wilson
-- @column upper double [interval received/could_answer] unit=share
-- @column anonymous integer [count]  answers that belong to nobody, in the group as far as it is known
-- @column unexpected integer [count]  persons who answered though not among those who could
-- @column window_known boolean  the delivery says when the questionnaire was open
-- @column.sv could_answer  personer som var inskrivna medan enkäten kunde besvaras
-- @column.sv received  de av dem som har svarat
-- @column.sv scored  de av de svarande som har totalpoäng
-- @column.sv anonymous  svar som inte hör till någon känd person, i gruppen så långt den är känd
-- @column.sv unexpected  personer som har svarat fast de inte väntades göra det
-- @column.sv window_known  leveransen säger när enkäten var öppen
-- @chart interval x=share y=wave lower=lower upper=upper
-- @check received <= could_answer and scored <= received
-- @check share between lower and upper
with response as (
  select r.*
  from survey_response(
    $programme, $cutoff, $selection, $scale, if($by = 'month', 'none', $by)
  ) as r
),
scored as (
  select s.extract_no, s.who, s.wave
  from wave_score($programme, $cutoff, $selection, $scale, $missing, 'none') as s
  where s.subscale_no = 0
),
opening as (
  from survey_window($programme, $cutoff, $scale)
),
could as (
  select
    w.wave,
    w.window_known,
    e.extract_no,
    e.person,
    survey_group(
      if($by in ('month', 'mode'), 'none', $by), e.municipality, e.sex, e.age_band, e.foreign_born, e.foreign_background,
      e.disability, e.education, e.inflow_route, coalesce(e.target_group, 'U'), e.status_at_start, e.income_at_start, 'unknown',
      time_in_programme(e.started_on, greatest(e.started_on, w.opened_on))
    ) as "group",
    greatest(e.started_on, w.opened_on) as first_day,
    e.stay
  from known_enrolment($programme, $cutoff, $selection) as e
  join opening as w on w.extract_no = e.extract_no and coalesce(w.municipality = e.municipality, true)
  where e.eligible <> 'N'
    and e.started_on <= w.closed_on
    and coalesce(e.ended_on >= w.opened_on, true)
    and (w.wave not in ('exit', 'followup') or e.ended_on is not null)
),
first_chance as (
  select
    c.wave,
    c.extract_no,
    c.person,
    bool_or(c.window_known) as window_known,
    min(c.first_day) as first_day,
    arg_min(c."group", (c.first_day, -c.stay)) as first_group
  from could as c
  group by all
),
expected as (
  select f.*, if($by = 'month', strftime(f.first_day, '%Y-%m'), f.first_group) as "group"
  from first_chance as f
),
answered as (
  select
    r.extract_no,
    r.who,
    r.wave,
    arg_max(r."group", (r.answered_on, r.respondent)) as "group"
  from response as r
  where r.who like 'p%'
  group by all
),
judged as (
  select
    e.wave,
    if($by = 'mode', coalesce(a."group", 'none'), e."group") as "group",
    e.window_known,
    a.who is not null as has_answered,
    s.who is not null as has_score
  from expected as e
  left join answered as a on a.extract_no = e.extract_no and a.who = 'p' || e.person and a.wave = e.wave
  left join scored as s on s.extract_no = e.extract_no and s.who = 'p' || e.person and s.wave = e.wave
),
in_group as (
  select
    j.wave,
    j."group",
    bool_or(j.window_known) as window_known,
    count(*) as persons,
    count_if(j.has_answered)::integer as received,
    count_if(j.has_answered and j.has_score)::integer as scored
  from judged as j
  group by all
),
counted as (
  select
    g.*,
    if($by = 'mode', sum(g.persons) over (partition by g.wave), g.persons)::integer as could_answer
  from in_group as g
),
described as (
  select r.*, if($by = 'month', strftime(r.answered_on, '%Y-%m'), r."group") as shown_group
  from response as r
),
beside as (
  select
    r.wave,
    r.shown_group as "group",
    count_if(r.who like 'r%')::integer as anonymous,
    (count(distinct r.who) filter (r.who like 'p%' and e.person is null))::integer as unexpected
  from described as r
  left join expected as e on e.extract_no = r.extract_no and e.wave = r.wave and 'p' || e.person = r.who
  group by all
),
-- A group of answers alone has nobody who could, and still the wave's window.
declared as (
  select w.wave, bool_or(w.window_known) as window_known
  from opening as w
  group by all
),
shown as (
  select c.wave, c."group" from counted as c
  union
  select b.wave, b."group" from beside as b where b.anonymous > 0 or b.unexpected > 0
)
select
  $scale as scale,
  s.wave,
  s."group",
  coalesce(c.could_answer, 0)::integer as could_answer,
  coalesce(c.received, 0)::integer as received,
  coalesce(c.scored, 0)::integer as scored,
  c.received / c.could_answer as share,
  wilson_lower(c.received, c.could_answer) as lower,
  wilson_upper(c.received, c.could_answer) as upper,
  coalesce(b.anonymous, 0)::integer as anonymous,
  coalesce(b.unexpected, 0)::integer as unexpected,
  coalesce(c.window_known, d.window_known, false) as window_known
from shown as s
left join counted as c on c.wave = s.wave and c."group" = s."group"
left join beside as b on b.wave = s.wave and b."group" = s."group"
left join declared as d on d.wave = s.wave
order by wave_order(s.wave), s."group"
