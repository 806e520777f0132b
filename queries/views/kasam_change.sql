-- Change of a scale's score between two waves per subscale and group, of those with a score at both.
--
-- Only persons with a score at both waves are compared, in the group of their later questionnaire; anonymous answers cannot
-- be. The test by ranks is exact up to fifty changes and leaves out those without a change. A change is not an effect: nobody is
-- compared with those who took no part, and who starts low tends to come nearer the mean by itself. Many groups and subscales
-- are many tests.
--
-- @title.sv Förändring av poäng mellan två mättillfällen per delskala och grupp
-- @description.sv Bara de som har poäng vid båda tillfällena jämförs, i den grupp som den senare enkäten hör till; anonyma svar går inte att para ihop. Rangtestet är exakt upp till femtio förändringar och utelämnar dem utan förändring. En förändring är ingen effekt: ingen jämförs med dem som inte deltog, och den som börjar lågt närmar sig ofta medelvärdet av sig själv. Många grupper och delskalor är många test.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param by varchar = none in survey_group  what to group by
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param from varchar = baseline in wave  the earlier wave
-- @param to varchar = exit in wave  the later wave
-- @param subscale varchar = null in subscale  total or one of the scale's own; without one, all
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column n integer [base]  persons with a score at both waves
-- @column mean_pre double [mean] unit=score
-- @column mean_post double [mean] unit=score
-- @column change double [mean] unit=score  mean of later minus earlier
-- @column sd double [interval] unit=score  standard deviation of the changes
-- @column lower double [interval] unit=score  95 % t interval of the change
-- @column upper double [interval] unit=score
-- @column t double [interval]  of the paired t test
-- @column df integer [interval]  its degrees of freedom
-- @column p double [interval]  two-sided
-- @column dz double [interval]  change in standard deviations of the changes
-- @column g double [interval]  dz without its small-sample bias (Hedges, exact)
-- @column dav double [interval]  change in the average standard deviation of the two waves
-- @column r double [interval]  correlation between the waves
-- @column wilcoxon_v double [interval]  sum of the ranks of the rises
-- @column wilcoxon_p double [interval]  two-sided; zeros dropped
-- @column hodges_lehmann double [mean] unit=score  the change in the middle of all averages of two changes, of those who changed
-- @column hl_lower double [interval] unit=score  95 %
-- @column hl_upper double [interval] unit=score
-- @column mean_pre_lower double [interval] unit=score  95 % t interval of the earlier mean, by itself
-- @column mean_pre_upper double [interval] unit=score
-- @column mean_post_lower double [interval] unit=score  95 % t interval of the later mean, by itself
-- @column mean_post_upper double [interval] unit=score
-- @column.sv t  i det parade t-testet
-- @column.sv df  t-testets frihetsgrader
-- @column.sv p  tvåsidigt
-- @column.sv dz  förändringen mätt i förändringarnas standardavvikelse
-- @column.sv g  dz utan dess skevhet i små grupper (Hedges, exakt)
-- @column.sv dav  förändringen mätt i de två mättillfällenas genomsnittliga standardavvikelse
-- @column.sv r  korrelation mellan mättillfällena
-- @column.sv wilcoxon_v  summan av ökningarnas rangtal
-- @column.sv wilcoxon_p  tvåsidigt; oförändrade är inte med
-- @column.sv hodges_lehmann  medianen av alla medelvärden av två förändringar, bland dem vars poäng ändrades
-- @column.sv hl_lower  95-procentigt intervall
-- @column.sv mean_pre_lower  95-procentigt t-intervall för det tidigare medelvärdet för sig
-- @column.sv mean_post_lower  95-procentigt t-intervall för det senare medelvärdet för sig
-- @means scale, subscale
-- @chart interval x=change y=subscale lower=lower upper=upper
-- @check change between lower and upper
with pair as (
  -- Prorated scores are thirds and twelfths: equal differences must be equal to be tied.
  select p.subscale_no, p."group", p.pre, p.post, round(p.post - p.pre, 9) as difference
  from score_pair($programme, $cutoff, $selection, $scale, $missing, $by, $from, $to) as p
),
tested as (
  select
    p.subscale_no,
    p."group",
    paired_change(list(p.pre), list(p.post)) as t_test,
    stddev_samp(p.pre) as sd_pre,
    stddev_samp(p.post) as sd_post
  from pair as p
  group by all
),
-- Ranks are told by how many have changed by how much: few differences, however many persons.
changed as (
  select p.subscale_no, p."group", p.difference, count(*)::double as persons
  from pair as p
  group by all
),
ranked as (
  select c.subscale_no, c."group", wilcoxon_from_counts(list(c.difference), list(c.persons), 'drop') as ranks
  from changed as c
  group by all
)
select
  u.scale,
  u.subscale,
  p."group",
  p.t_test.n,
  p.t_test.mean_pre,
  p.t_test.mean_post,
  p.t_test.change,
  p.t_test.sd,
  p.t_test.lower,
  p.t_test.upper,
  p.t_test.t,
  p.t_test.df,
  p.t_test.p,
  p.t_test.dz,
  p.t_test.g,
  p.t_test.dav,
  p.t_test.r,
  r.ranks.v as wilcoxon_v,
  r.ranks.p as wilcoxon_p,
  r.ranks.estimate as hodges_lehmann,
  r.ranks.lower as hl_lower,
  r.ranks.upper as hl_upper,
  p.t_test.mean_pre - t_reach(p.t_test.n) * p.sd_pre as mean_pre_lower,
  p.t_test.mean_pre + t_reach(p.t_test.n) * p.sd_pre as mean_pre_upper,
  p.t_test.mean_post - t_reach(p.t_test.n) * p.sd_post as mean_post_lower,
  p.t_test.mean_post + t_reach(p.t_test.n) * p.sd_post as mean_post_upper
from tested as p
join ranked as r on r.subscale_no = p.subscale_no and r."group" = p."group"
join subscale as u on u.scale = $scale and u.subscale_no = p.subscale_no and ($subscale is null or u.subscale = $subscale)
order by p."group", u.subscale_no
