-- Persons whose change is larger than nearly all error of measurement, per subscale.
--
-- Jacobson and Truax: a change is reliable beyond 1.96 times sd * sqrt(2 * (1 - reliability)), with the standard
-- deviation of the earlier wave among those with both. Without a given reliability it is Cronbach's alpha at the earlier
-- wave, of these data. Counts of a group, never a verdict on a person.
--
-- @title.sv Personer vars förändring är större än nästan alla mätfel, per delskala
-- @description.sv Jacobson och Truax: en förändring är säkerställd bortom 1,96 gånger sd · √(2 · (1 − tillförlitlighet)), med standardavvikelsen vid det tidigare tillfället bland dem som har båda. Utan angiven tillförlitlighet är den Cronbachs alfa vid det tidigare tillfället i dessa data. Antal i en grupp, aldrig ett omdöme om en person.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param from varchar = baseline in wave  the earlier wave
-- @param to varchar = exit in wave  the later wave
-- @param reliability double = null  0 to 1; null is alpha of these data
-- @param.sv reliability  från 0 till 1; utan angivelse alfa i dessa data
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column direction varchar [by]
-- @column k integer [count]  persons
-- @column n integer [base]  persons with a score at both waves
-- @column share double [share k/n]
-- @column lower double [interval] unit=share  95 % Wilson
-- @column upper double [interval] unit=share
-- @column reliability double [interval]
-- @column reliability_from varchar codes=reliability_from  given, or alpha of these data
-- @column needed double [interval] unit=score  the smallest change that is reliable
-- @column.sv k  personer
-- @column.sv reliability_from  angiven, eller alfa i dessa data
-- @column.sv needed  den minsta förändring som är säkerställd
-- @check k <= n
-- @check reliability between 0 and 1
with pair as (
  from score_pair($programme, $cutoff, $selection, $scale, $missing, 'none', $from, $to) as p
),
measured as (
  select m.subscale_no, alpha_from_covariances(m.n, m.covariances).alpha as alpha
  from item_matrix($programme, $cutoff, $selection, $scale, $missing) as m
  where m.wave = $from
),
spread as (
  select
    p.subscale_no,
    count(*)::integer as n,
    stddev_samp(p.pre) as sd,
    any_value(m.alpha) as alpha
  from pair as p
  left join measured as m on m.subscale_no = p.subscale_no
  group by all
),
ruled as (
  select s.*, coalesce($reliability, s.alpha) as reliability
  from spread as s
),
judged as (
  select
    p.subscale_no,
    case
      when reliable_change(p.post - p.pre, s.sd, s.reliability) > 1.96 then 'up'
      when reliable_change(p.post - p.pre, s.sd, s.reliability) < -1.96 then 'down'
      else 'no'
    end as direction
  from pair as p
  join ruled as s on s.subscale_no = p.subscale_no
),
counted as (
  select j.subscale_no, j.direction, count(*)::integer as k
  from judged as j
  group by all
)
select
  u.scale,
  u.subscale,
  d.direction,
  coalesce(c.k, 0)::integer as k,
  s.n,
  coalesce(c.k, 0) / s.n as share,
  wilson_lower(coalesce(c.k, 0), s.n) as lower,
  wilson_upper(coalesce(c.k, 0), s.n) as upper,
  s.reliability,
  if($reliability is null, 'alpha', 'given') as reliability_from,
  1.96 * s.sd * sqrt(2 * (1 - s.reliability)) as needed
from ruled as s
join subscale as u on u.scale = $scale and u.subscale_no = s.subscale_no
cross join (values ('up'), ('no'), ('down')) as d (direction)
left join counted as c on c.subscale_no = s.subscale_no and c.direction = d.direction
where s.reliability >= 0 and s.reliability < 1 and s.sd > 0
order by u.subscale_no, array_position(['up', 'no', 'down'], d.direction)
