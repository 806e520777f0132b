-- Scores of a questionnaire's scale per subscale, wave and group.
--
-- Each person counts once at a wave, with the last questionnaire that has a score; an anonymous answer counts as a person of
-- its own. Reversed items are turned unless the supplier has turned them. A subscale is scored when all its items are
-- answered; a total also with a few missing, as many as the scale allows (one of thirteen, two of twenty-nine), which then count as the mean of
-- the others. People outside the target group are not counted, and an item that is answered more than once is missing. `modes` says how the scored questionnaires were answered: help from staff and answers by oneself are not the same measurement.
--
-- @title.sv Poäng på en skala per delskala, mättillfälle och grupp
-- @description.sv Varje person räknas en gång per mättillfälle, med sin senaste enkät som går att poängsätta; ett anonymt svar räknas som en egen person. Vända frågor räknas om, om inte leverantören redan har gjort det. En delskala får poäng när alla dess frågor är besvarade, totalen även när några få saknas, så många som skalan tillåter (en av tretton, två av tjugonio); de räknas då som medelvärdet av de övriga. Personer utanför målgruppen räknas inte, och en fråga med flera svar räknas som obesvarad. "modes" säger hur enkäterna har besvarats: med hjälp av personal och på egen hand är inte samma mätning.
-- @param programme varchar = current  without one, the only one loaded, or the first by name
-- @param cutoff date = as_of  what was known at the end of this day
-- @param selection varchar = null  columns and the codes to keep, such as {"sex": ["F"]}
-- @param scale varchar = soc13 in instrument  a scale's name
-- @param by varchar = none in survey_group  what to group by
-- @param missing varchar = prorate in missing_rule  prorate: the scale's own rule; strict: no item may be missing
-- @param subscale varchar = null in subscale  total or one of the scale's own; without one, all
-- @column scale varchar codes=instrument
-- @column subscale varchar [by] measure
-- @column wave varchar [by] measure
-- @column group varchar [by] codes=$by  code of the column that is grouped by; all where none is
-- @column n_received integer [count]  persons who have returned the questionnaire, each anonymous answer one
-- @column n_scored integer [base]  of them with a score, whose mean it is
-- @column n_prorated integer [count]  of those scored with a missing item counted as the mean of the others
-- @column modes varchar  how the scored questionnaires were answered
-- @column mean double [mean] unit=score  of those scored
-- @column sd double [interval mean] unit=score  standard deviation
-- @column lower double [interval mean] unit=score  95 % t interval of the mean
-- @column upper double [interval mean] unit=score
-- @column.sv n_received  personer som har lämnat in enkäten, varje anonymt svar för sig
-- @column.sv n_scored  de av dem som har poäng, och som medelvärdet gäller
-- @column.sv n_prorated  poängsatta med någon obesvarad fråga, som räknas som medelvärdet av de övriga
-- @column.sv modes  hur de poängsatta enkäterna har besvarats
-- @column.sv mean  för de poängsatta
-- @column.sv sd  de poängsattas standardavvikelse
-- @means scale, subscale
-- @chart interval x=mean y=subscale color=wave lower=lower upper=upper
-- @check n_prorated <= n_scored and n_scored <= n_received
-- @check mean between lower and upper
with counted as (
  select
    s.subscale_no,
    s.wave,
    s."group",
    count(*)::integer as n,
    count_if(s.prorated)::integer as n_prorated,
    array_to_string(map_keys(histogram(s.mode)), ', ') as modes,
    avg(s.score) as mean,
    stddev_samp(s.score) as sd
  from wave_score($programme, $cutoff, $selection, $scale, $missing, $by) as s
  group by all
)
select
  u.scale,
  u.subscale,
  r.wave,
  r."group",
  r.n as n_received,
  coalesce(s.n, 0)::integer as n_scored,
  coalesce(s.n_prorated, 0)::integer as n_prorated,
  s.modes,
  s.mean,
  s.sd,
  s.mean - t_reach(s.n) * s.sd as lower,
  s.mean + t_reach(s.n) * s.sd as upper
from counted as r
join subscale as u on u.scale = $scale and ($subscale is null or u.subscale = $subscale)
left join counted as s on s.subscale_no = u.subscale_no and s.wave = r.wave and s."group" = r."group"
where r.subscale_no is null
order by wave_order(r.wave), r."group", u.subscale_no
