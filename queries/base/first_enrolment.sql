-- Each person enrolled by the cut-off, once, at the first enrolment. People outside the target group are not enrolled.
create macro first_enrolment(programme := null, cutoff := null, selection := null) as table
select e.*
from known_enrolment(programme, cutoff, selection) as e
where e.single and e.eligible <> 'N'
union all
select e.*
from known_enrolment(programme, cutoff, selection) as e
where not e.single and e.eligible <> 'N'
qualify row_number() over (partition by e.person order by e.stay) = 1;
