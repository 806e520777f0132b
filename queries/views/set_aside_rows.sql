-- Each row set aside at the load, by its place in the delivery.
--
-- For looking them up in the delivered files. The value itself is never kept.
--
-- @title.sv Undantagna rader med plats i leveransen
-- @description.sv För att hitta raderna i de levererade filerna. Själva värdet sparas aldrig.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @column table_name varchar codes=table
-- @column file varchar
-- @column line integer  counted from 1, the header's
-- @column column_name varchar
-- @column rule varchar  the check that the row failed
-- @column.sv line  räknad från 1, som är rubrikraden
-- @column.sv rule  kontrollen som raden inte klarade
-- @check line >= 1
select s."table" as table_name, s.file, s.line, s."column" as column_name, s.rule
from build_set_aside as s
where s.programme = default_programme($programme)
order by s.file, s.line
