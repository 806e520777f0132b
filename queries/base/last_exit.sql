-- Each person who has left by the cut-off, once, at the last exit.
--
-- Last is by the day of the start. Persons with one enrolment, nearly all, need no comparing.
create macro last_exit(programme := null, cutoff := null, selection := null) as table
select e.*
from known_exit(programme, cutoff, selection) as e
where e.single
union all
select e.*
from known_exit(programme, cutoff, selection) as e
where not e.single
qualify row_number() over (partition by e.person order by e.stay desc) = 1;
