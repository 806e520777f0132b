-- Persons who cannot be told apart by some columns: one row per class of each set of columns.
--
-- `columns` is the set that was asked for, `every_subset` adds all sets within it. Equal persons are counted once before the
-- sets are formed, so that many sets of many persons stay cheap.
create macro quasi_class(programme := null, extract_hash := null, columns := null, every_subset := false) as table
with alike as (
  select
    case when list_contains(quasi_columns(columns), 'municipality') then r.municipality end as municipality,
    case when list_contains(quasi_columns(columns), 'sex') then r.sex end as sex,
    case when list_contains(quasi_columns(columns), 'age') then r.age end as age,
    case when list_contains(quasi_columns(columns), 'age_band') then r.age_band end as age_band,
    case when list_contains(quasi_columns(columns), 'foreign_born') then r.foreign_born end as foreign_born,
    case when list_contains(quasi_columns(columns), 'inflow_route') then r.inflow_route end as inflow_route,
    case when list_contains(quasi_columns(columns), 'started_on') then r.started_on end as started_on,
    case when list_contains(quasi_columns(columns), 'start_month') then r.start_month end as start_month,
    case when list_contains(quasi_columns(columns), 'education') then r.education end as education,
    case when list_contains(quasi_columns(columns), 'disability') then r.disability end as disability,
    count(*) as persons
  from person_record(programme, extract_hash) as r
  group by all
),
numbered as (
  select bits.range as number, len(quasi_columns(columns)) as width
  from range(1, 1 << len(quasi_columns(columns))) as bits
),
subset as (
  select
    n.number,
    [each for each, place in quasi_columns(columns) if n.number & (1 << (place - 1)) > 0] as columns
  from numbered as n
  where every_subset or n.number = (1 << n.width) - 1
)
select
  s.number as subset,
  s.columns,
  case when list_contains(s.columns, 'municipality') then a.municipality end as municipality,
  case when list_contains(s.columns, 'sex') then a.sex end as sex,
  case when list_contains(s.columns, 'age') then a.age end as age,
  case when list_contains(s.columns, 'age_band') then a.age_band end as age_band,
  case when list_contains(s.columns, 'foreign_born') then a.foreign_born end as foreign_born,
  case when list_contains(s.columns, 'inflow_route') then a.inflow_route end as inflow_route,
  case when list_contains(s.columns, 'started_on') then a.started_on end as started_on,
  case when list_contains(s.columns, 'start_month') then a.start_month end as start_month,
  case when list_contains(s.columns, 'education') then a.education end as education,
  case when list_contains(s.columns, 'disability') then a.disability end as disability,
  sum(a.persons)::integer as persons
from alike as a
cross join subset as s
group by all;
