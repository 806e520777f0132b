-- Which combinations of columns tell persons apart.
--
-- Every set of the chosen columns, the smallest first. A set is minimal when it has classes of fewer than k persons and no set
-- within it does: that is the least that somebody has to know.
--
-- @title.sv Vilka kombinationer av kolumner som pekar ut personer
-- @description.sv Alla kombinationer av de valda kolumnerna, de minsta först. En kombination är minimal när den har klasser med färre än k personer och ingen del av den har det: det är det minsta som någon behöver veta.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param extract_hash varchar = null  SHA-256 of one of its current extracts; all of them where it is not given
-- @param k integer = 5  a class of fewer persons is small
-- @param quasi_identifiers varchar[] = null  what an acquaintance may know: municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education, disability
-- @column quasi_identifiers varchar  the columns of the set
-- @column n_columns integer  how many they are
-- @column is_minimal boolean  has small classes, and no set within it has
-- @column classes integer  different combinations of values
-- @column smallest_class integer unit=persons
-- @column unique_persons integer unit=persons  alone in their class
-- @column unique_share double unit=share
-- @column small_class_persons integer unit=persons  in classes of fewer than k
-- @column small_class_share double unit=share
-- @column.sv quasi_identifiers  kolumnerna i kombinationen
-- @column.sv n_columns  hur många de är
-- @column.sv is_minimal  har små klasser, och ingen del av den har det
-- @check unique_persons <= small_class_persons
-- @check not is_minimal or small_class_persons > 0
with measured as (
  select
    c.subset,
    c.columns,
    len(c.columns) as n_columns,
    count(*)::integer as classes,
    min(c.persons)::integer as smallest_class,
    sum(c.persons) as persons,
    coalesce(sum(c.persons) filter (where c.persons = 1), 0) as unique_persons,
    coalesce(sum(c.persons) filter (where c.persons < $k), 0) as small_class_persons
  from quasi_class($programme, $extract_hash, $quasi_identifiers, every_subset := true) as c
  group by all
),
breaking as (
  select m.subset
  from measured as m
  where m.small_class_persons > 0
),
not_minimal as (
  select distinct b.subset
  from breaking as b
  join breaking as within on within.subset <> b.subset and within.subset & b.subset = within.subset
)
select
  array_to_string(m.columns, ', ') as quasi_identifiers,
  m.n_columns::integer as n_columns,
  m.small_class_persons > 0 and n.subset is null as is_minimal,
  m.classes,
  m.smallest_class,
  m.unique_persons::integer as unique_persons,
  m.unique_persons / m.persons as unique_share,
  m.small_class_persons::integer as small_class_persons,
  m.small_class_persons / m.persons as small_class_share
from measured as m
left join not_minimal as n on n.subset = m.subset
order by m.n_columns, m.small_class_persons desc, m.unique_persons desc, m.subset
