-- How easily persons are told apart in the rows of an extract.
--
-- Persons who share all the chosen columns are a class (k-anonymity: every class has at least k). A person alone in a class can
-- be found by whoever knows those columns. All persons of the extract are in it, so there is no sample to hide in.
--
-- @title.sv Hur lätt personer kan pekas ut i uttagets rader
-- @description.sv Personer som har samma värden i alla valda kolumner är en klass (k-anonymitet: varje klass har minst k personer). Den som är ensam i en klass kan hittas av alla som känner till de uppgifterna. Alla personer i uttaget är med, så det finns inget stickprov att gömma sig i.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param extract_hash varchar = null  SHA-256 of one of its current extracts; all of them where it is not given
-- @param k integer = 5  a class of fewer persons is small
-- @param quasi_identifiers varchar[] = null  what an acquaintance may know: municipality, sex, age, age_band, foreign_born, inflow_route, started_on, start_month, education, disability
-- @column quasi_identifiers varchar  the columns that classes are formed by
-- @column persons integer unit=persons
-- @column classes integer  different combinations of values
-- @column smallest_class integer unit=persons
-- @column unique_persons integer unit=persons  alone in their class
-- @column unique_share double unit=share
-- @column small_class_persons integer unit=persons  in classes of fewer than k
-- @column small_class_share double unit=share
-- @column.sv quasi_identifiers  kolumnerna som klasserna bildas av
-- @check unique_persons <= small_class_persons
-- @check small_class_persons <= persons
select
  array_to_string(c.columns, ', ') as quasi_identifiers,
  sum(c.persons)::integer as persons,
  count(*)::integer as classes,
  min(c.persons)::integer as smallest_class,
  coalesce(sum(c.persons) filter (where c.persons = 1), 0)::integer as unique_persons,
  coalesce(sum(c.persons) filter (where c.persons = 1), 0) / sum(c.persons) as unique_share,
  coalesce(sum(c.persons) filter (where c.persons < $k), 0)::integer as small_class_persons,
  coalesce(sum(c.persons) filter (where c.persons < $k), 0) / sum(c.persons) as small_class_share
from quasi_class($programme, $extract_hash, $quasi_identifiers) as c
group by c.columns
