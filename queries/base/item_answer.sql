-- Each answered item of each person, employer or anonymous answer at a wave, once: that of the last questionnaire that answers it.
--
-- Values are as delivered: nothing is turned. A questionnaire that answers an item more than once does not answer it.
create macro item_answer(programme, cutoff, selection, of_scale, grouped_by) as table
select r.*, a.item, a.value
from survey_response(programme, cutoff, selection, of_scale, grouped_by) as r
join build_answer as a on a.respondent = r.respondent
join scale_item as i on i.scale = of_scale and i.item = a.item
where a.value is not null and a.single
qualify row_number() over (
  partition by r.extract_no, r.who, r.wave, a.item
  order by r.answered_on desc, r.respondent desc
) = 1;
