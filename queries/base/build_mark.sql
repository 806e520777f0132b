-- The marks of all who can be counted.
create view build_mark as
select e.programme, e.mark from build_stay as e
union all
select r.programme, response_mark(r.programme, r.participant, r.employer, r.response) as mark from build_response as r;
