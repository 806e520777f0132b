-- What a coarser column would gain: persons who would no longer be in classes of fewer than k.
--
-- Each row makes one column coarser and leaves the others as chosen. Before is for somebody who knows the chosen columns and
-- this one as delivered (the exact age, the exact day), after is with this one made coarser. Leaving a column out is the most
-- that coarsening it can gain. Rare is a code that fewer than k persons of the extract have.
--
-- @title.sv Vad grövre kolumner skulle ge
-- @description.sv Varje rad gör en kolumn grövre och lämnar de andra som de valts. Före gäller den som känner till de valda kolumnerna och den här så som den levererats (exakt ålder, exakt dag); efter är med kolumnen grövre. Att utelämna en kolumn är det mesta som går att vinna på den. Sällsynt är en kod som färre än k personer i uttaget har.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param extract_hash varchar = null  SHA-256 of one of its current extracts; all of them where it is not given
-- @param k integer = 5  a class of fewer persons is small; a code of fewer persons is rare
-- @param quasi_identifiers varchar[] = null  what an acquaintance may know: municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education, disability
-- @param.sv k  en klass med färre personer är liten; en kod med färre personer är sällsynt
-- @column column_name varchar codes=column  what is made coarser
-- @column way varchar codes=coarsening_way
-- @column is_applicable boolean  can be part of the build
-- @column small_before integer unit=persons  in classes of fewer than k, with the column as it is
-- @column small_after integer unit=persons  the same with the coarser column
-- @column gained integer unit=persons  moved out of small classes
-- @column unique_before integer unit=persons  alone in their class, with the column as it is
-- @column unique_after integer unit=persons
-- @column.sv column_name  det som görs grövre
-- @column.sv is_applicable  kan väljas när uttaget byggs
-- @column.sv small_before  i klasser med färre än k personer, med kolumnen som den är
-- @column.sv small_after  detsamma med den grövre kolumnen
-- @column.sv gained  som inte längre är i små klasser
-- @column.sv unique_before  ensamma i sin klass, med kolumnen som den är
-- @check gained = small_before - small_after
-- @check gained >= 0
with asked as (
  select quasi_columns($quasi_identifiers) as columns
),
way as (
  select w.*, a.columns
  from asked as a
  cross join (
    values
      ('age', 'band', true),
      ('dates', 'month', true),
      ('inflow_route', 'rare', true),
      ('education', 'rare', true),
      ('inflow_route', 'leave_out', true),
      ('education', 'leave_out', true),
      ('foreign_born', 'leave_out', true),
      ('disability', 'leave_out', true),
      ('municipality', 'leave_out', false),
      ('sex', 'leave_out', false),
      ('age', 'leave_out', false),
      ('dates', 'leave_out', false)
  ) as w(column_name, way, is_applicable)
  -- What an acquaintance does not know gives nothing away; age and day count for their coarser forms too.
  where list_contains(a.columns, w.column_name)
    or (w.column_name = 'age' and list_has_any(a.columns, ['age_band']))
    or (w.column_name = 'dates' and list_has_any(a.columns, ['started_on', 'start_month']))
),
alike as (
  select
    r.municipality,
    r.sex,
    r.age,
    age_floor(r.programme, r.age) as age_floor,
    r.age_band,
    r.foreign_born,
    r.inflow_route,
    case when r.route_persons < $k and r.inflow_route <> 'unknown' then 'other' else r.inflow_route end as common_route,
    case when list_has_any(quasi_columns($quasi_identifiers), ['started_on', 'start_month']) then r.started_on end as started_on,
    r.education,
    case when r.education_persons < $k then 'U' else r.education end as common_education,
    r.disability,
    count(*) as persons
  from person_record($programme, $extract_hash) as r
  group by all
),
varied as (
  select
    w.column_name,
    w.way,
    w.is_applicable,
    s.is_after,
    case
      when w.column_name = 'municipality' and s.is_after then null
      when list_contains(w.columns, 'municipality') then a.municipality
    end as municipality,
    case when w.column_name = 'sex' and s.is_after then null when list_contains(w.columns, 'sex') then a.sex end as sex,
    case
      when w.column_name = 'age' and s.is_after and w.way = 'band' then a.age_floor
      when w.column_name = 'age' and s.is_after then null
      when w.column_name = 'age' or list_contains(w.columns, 'age') then a.age
    end as age,
    case when w.column_name <> 'age' and list_contains(w.columns, 'age_band') then a.age_band end as age_band,
    case
      when w.column_name = 'foreign_born' and s.is_after then null
      when list_contains(w.columns, 'foreign_born') then a.foreign_born
    end as foreign_born,
    case
      when w.column_name = 'inflow_route' and s.is_after and w.way = 'rare' then a.common_route
      when w.column_name = 'inflow_route' and s.is_after then null
      when list_contains(w.columns, 'inflow_route') then a.inflow_route
    end as inflow_route,
    case
      when w.column_name = 'dates' and s.is_after and w.way = 'month' then date_trunc('month', a.started_on)
      when w.column_name = 'dates' and s.is_after then null
      when w.column_name = 'dates' or list_contains(w.columns, 'started_on') then a.started_on
      when list_contains(w.columns, 'start_month') then date_trunc('month', a.started_on)
    end as started_on,
    case
      when w.column_name = 'education' and s.is_after and w.way = 'rare' then a.common_education
      when w.column_name = 'education' and s.is_after then null
      when list_contains(w.columns, 'education') then a.education
    end as education,
    case
      when w.column_name = 'disability' and s.is_after then null
      when list_contains(w.columns, 'disability') then a.disability
    end as disability,
    sum(a.persons) as persons
  from alike as a
  cross join way as w
  cross join (values (false), (true)) as s(is_after)
  group by all
),
measured as (
  select
    v.column_name,
    v.way,
    v.is_applicable,
    coalesce(sum(v.persons) filter (where not v.is_after and v.persons < $k), 0)::integer as small_before,
    coalesce(sum(v.persons) filter (where v.is_after and v.persons < $k), 0)::integer as small_after,
    coalesce(sum(v.persons) filter (where not v.is_after and v.persons = 1), 0)::integer as unique_before,
    coalesce(sum(v.persons) filter (where v.is_after and v.persons = 1), 0)::integer as unique_after
  from varied as v
  group by all
)
select
  m.column_name,
  m.way,
  m.is_applicable,
  m.small_before,
  m.small_after,
  m.small_before - m.small_after as gained,
  m.unique_before,
  m.unique_after
from measured as m
order by gained desc, m.is_applicable desc, m.column_name, m.way
