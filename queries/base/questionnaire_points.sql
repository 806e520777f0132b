-- The points of each questionnaire of one scale, those of four subscales in one number (answer_points).
--
-- One row per questionnaire and pack with at least one answer; join them to questionnaires that are known. Answers are added up
-- before they are joined to their questionnaire, which is thirteen times as fast as the other way round; whether that is of this
-- scale, and known at the cut-off, is the other's to say. An item that is answered more than once has no answer.
create macro questionnaire_points(of_scale) as table
select a.respondent, p.pack, sum(p.points) as points, sum(p.answers) as answers
from build_answer as a
join answer_points(of_scale) as p on p.extract_no = a.extract_no and p.item = a.item and p.value = a.value
where a.single
group by all;
