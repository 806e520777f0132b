-- Outside figures to compare with: one row for each area, sex and year as published.
--
-- Files that the workspace keeps in `benchmarks/`, in the shapes of Kolada and Statistics Sweden. Values are as they were published:
-- a total that is not the sum of its parts stays so, and where a symbol stands in place of a value, the value is null. What a symbol
-- means is its publisher's to say: `-` is no answer in Kolada and a true zero at Statistics Sweden.
--
-- @title.sv Jämförelsetal utifrån
-- @description.sv Filer som arbetsytan har i mappen benchmarks, i Koladas och SCB:s form. Värdena står som de publicerats: en summa som inte stämmer med delarna får stå, och där en symbol står i stället för ett värde är värdet tomt. Vad en symbol betyder avgör den som publicerat den: - är uteblivet svar i Kolada och en verklig nolla hos SCB.
-- @about organisation
-- @column benchmark varchar [by]  the file's name
-- @column title_sv varchar
-- @column title_en varchar
-- @column area_kind varchar codes=benchmark_level  whom the value is about
-- @column area varchar [by]  the code of the municipality or county; 00 is the country
-- @column municipality varchar  the area where it is a municipality
-- @column area_sv varchar  what the area is called
-- @column area_en varchar
-- @column sex varchar [by] codes=benchmark_sex
-- @column of_year integer [by]  which year the value is of
-- @column value double  as published, in its unit
-- @column share double unit=share  the value as a fraction, where it is a percent or a share
-- @column symbol varchar  what stands in place of a value
-- @column unit varchar codes=benchmark_unit
-- @column source varchar
-- @column date date  when the file was fetched
-- @column.sv benchmark  filens namn
-- @column.sv area_kind  vad för slags område värdet gäller
-- @column.sv area  kommunens eller länets kod; 00 är riket
-- @column.sv municipality  området, där det är en kommun
-- @column.sv area_sv  vad området heter
-- @column.sv of_year  vilket år värdet gäller
-- @column.sv value  så som det publicerats, i sin enhet
-- @column.sv share  värdet som andel från 0 till 1, där det är procent eller en andel
-- @column.sv symbol  det som står i stället för ett värde
-- @column.sv date  när filen hämtades
-- @check value is null or symbol is null
select
  v.benchmark,
  b.title_sv,
  b.title_en,
  v.level as area_kind,
  v.area,
  case when v.level = 'municipality' then v.area end as municipality,
  coalesce(c.title_sv, case when v.level = 'country' then 'Riket' end) as area_sv,
  coalesce(c.title_en, case when v.level = 'country' then 'Sweden' end) as area_en,
  v.sex,
  v.year as of_year,
  v.value,
  case b.unit when 'percent' then v.value / 100 when 'share' then v.value end as share,
  v.symbol,
  b.unit,
  b.source,
  b.date
from benchmark_value as v
join benchmark as b on b.benchmark = v.benchmark
left join code as c on c.list = v.level and c.code = v.area
order by v.benchmark, v.level, v.area, v.sex, v.year
