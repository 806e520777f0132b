-- What a sensitive column gives away of a person whose class is known.
--
-- A class that has one value throughout tells it of each person in it, however large the class is. Distinct l is the smallest
-- number of values in a class; the entropy version, e to the entropy, counts a rare value for less than one. A class of one
-- person always has l = 1. A column that classes are formed by is left out.
--
-- @title.sv Vad en känslig kolumn avslöjar om den som hittats
-- @description.sv En klass där alla har samma värde avslöjar det för var och en i klassen, hur stor den än är. Distinkt l är det minsta antalet olika värden i en klass; entropivarianten (e upphöjt till entropin) räknar ett ovanligt värde som mindre än ett. En klass med en person har alltid l = 1. En kolumn som klasserna bildas av är inte med.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param extract_hash varchar = null  SHA-256 of one of its current extracts; all of them where it is not given
-- @param quasi_identifiers varchar[] = null  what an acquaintance may know: municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education, disability
-- @column sensitive_column varchar codes=column
-- @column l_distinct integer  smallest number of different values in a class
-- @column l_entropy double  smallest e to the entropy of a class
-- @column uniform_persons integer unit=persons  in classes that have one value throughout
-- @column uniform_share double unit=share
-- @column uniform_in_company integer unit=persons  of them, those who are not alone in their class
-- @column.sv l_distinct  minsta antal olika värden i en klass
-- @column.sv l_entropy  minsta värde av e upphöjt till en klass entropi
-- @column.sv uniform_persons  i klasser där alla har samma värde
-- @column.sv uniform_in_company  de av dem som inte är ensamma i sin klass
-- @check l_entropy <= l_distinct + 1e-9
-- @check uniform_in_company <= uniform_persons
with known as (
  select quasi_columns($quasi_identifiers) as columns, r.*
  from person_record($programme, $extract_hash) as r
),
valued as (
  select
    n.columns,
    {
      'municipality': case when list_contains(n.columns, 'municipality') then n.municipality end,
      'sex': case when list_contains(n.columns, 'sex') then n.sex end,
      'age': case when list_contains(n.columns, 'age') then n.age end,
      'age_band': case when list_contains(n.columns, 'age_band') then n.age_band end,
      'foreign_born': case when list_contains(n.columns, 'foreign_born') then n.foreign_born end,
      'inflow_route': case when list_contains(n.columns, 'inflow_route') then n.inflow_route end,
      'started_on': case when list_contains(n.columns, 'started_on') then n.started_on end,
      'start_month': case when list_contains(n.columns, 'start_month') then n.start_month end,
      'education': case when list_contains(n.columns, 'education') then n.education end,
      'disability': case when list_contains(n.columns, 'disability') then n.disability end
    } as class,
    unnest([
      {'name': 'exit_reason', 'value': coalesce(n.exit_reason, '')},
      {'name': 'income_at_start', 'value': n.income_at_start},
      {'name': 'disability', 'value': n.disability}
    ]) as sensitive
  from known as n
),
counted as (
  select v.class, v.sensitive.name as sensitive_column, v.sensitive.value as value, count(*) as persons
  from valued as v
  where not list_contains(v.columns, v.sensitive.name)
  group by all
),
class as (
  select
    c.class,
    c.sensitive_column,
    count(*) as l_distinct,
    -- ln(n) − Σ n ln(n) / n is the entropy −Σ p ln(p), written so that one value throughout gives exactly nought.
    exp(greatest(0, ln(sum(c.persons)) - sum(c.persons * ln(c.persons)) / sum(c.persons))) as l_entropy,
    sum(c.persons) as persons
  from counted as c
  group by all
)
select
  c.sensitive_column,
  min(c.l_distinct)::integer as l_distinct,
  min(c.l_entropy) as l_entropy,
  coalesce(sum(c.persons) filter (where c.l_distinct = 1), 0)::integer as uniform_persons,
  coalesce(sum(c.persons) filter (where c.l_distinct = 1), 0) / sum(c.persons) as uniform_share,
  coalesce(sum(c.persons) filter (where c.l_distinct = 1 and c.persons > 1), 0)::integer as uniform_in_company
from class as c
group by all
order by c.sensitive_column
