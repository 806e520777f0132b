-- Rows set aside and flagged at the load, per table and check.
--
-- A row set aside is not counted anywhere; a flagged row counts, and the flag says what to look at. Nothing is corrected
-- silently. What a check means is said by its name in the code list of rules.
--
-- @title.sv Undantagna och flaggade rader per tabell och kontroll
-- @description.sv En undantagen rad räknas inte någonstans; en flaggad rad räknas, och flaggan säger vad som behöver ses över. Inget rättas i tysthet. Vad en kontroll betyder framgår av dess namn.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @column level varchar [by] codes=check_level  set aside or flagged
-- @column table_name varchar [by] codes=table  the table of the delivery
-- @column rule varchar [by]  the check that found the rows
-- @column k integer [count] unit=rows  rows that the check found
-- @column n integer [base] unit=rows  rows delivered in the table
-- @column share double [share k/n]
-- @column.sv level  undantagen eller flaggad
-- @column.sv table_name  tabellen i leveransen
-- @column.sv rule  kontrollen som hittade raderna
-- @column.sv k  rader som kontrollen hittade
-- @column.sv n  levererade rader i tabellen
-- @check k >= 0
with found as (
  select 'set_aside' as level, s."table" as table_name, s.rule, count(*) as k
  from build_set_aside as s
  where s.programme = default_programme($programme)
  group by all
  union all
  select 'flag' as level, f."table" as table_name, f.rule, sum(f.count) as k
  from build_flag as f
  where f.programme = default_programme($programme)
  group by all
),
delivered as (
  select t."table" as table_name, sum(t.rows) as n
  from build_table_rows as t
  where t.programme = default_programme($programme)
  group by all
)
select f.level, f.table_name, f.rule, f.k::integer as k, d.n::integer as n, f.k / nullif(d.n, 0) as share
from found as f
left join delivered as d on d.table_name = f.table_name
order by f.level desc, f.k desc, f.table_name, f.rule
