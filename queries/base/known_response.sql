-- What is known about each returned questionnaire on the day of the cut-off, and about who answered it.
--
-- One row per questionnaire answered by the cut-off. It is of a person, not of an enrolment: what an enrolment says (age, route
-- in, target group …) is that of the person's last enrolment started by the day of the answer, or else of the first one after
-- it; those outside the target group come last, so that only a person with no other enrolment has eligible = 'N'. The
-- municipality is the questionnaire's. Of an anonymous one, and of an employer's, the rest is unknown.
--
-- Nearly all persons have a single enrolment, which needs no choosing. Keys are numbers that no two extracts share. The joined
-- parts are no CTEs: DuckDB computes every column of what has some, the mark among them, whether anybody asks for it or not.
create macro known_response(programme := null, cutoff := null, selection := null) as table
with described as (
  select
    r.extract_no,
    r.programme,
    r.respondent,
    r.person,
    r.employer,
    r.single,
    r.instrument,
    r.wave,
    r.answered_on,
    r.mode,
    response_mark(r.programme, r.participant, r.employer, r.response) as mark,
    coalesce(r.municipality, 'U') as municipality,
    e.started_on,
    e.age,
    coalesce(e.age_band, 'U') as age_band,
    coalesce(e.sex, p.sex_at_enrolment, 'U') as sex,
    coalesce(e.foreign_born, p.foreign_born, 'U') as foreign_born,
    coalesce(e.foreign_background, p.foreign_background, 'U') as foreign_background,
    coalesce(e.disability, p.disability, 'U') as disability,
    coalesce(e.education, p.education, 'U') as education,
    coalesce(e.inflow_route, 'unknown') as inflow_route,
    coalesce(e.target_group, 'U') as target_group,
    coalesce(e.status_at_start, 'unknown') as status_at_start,
    coalesce(e.income_at_start, 'unknown') as income_at_start,
    coalesce(e.eligible, 'U') as eligible
  from build_response as r
  left join (
    select
      r.respondent,
      arg_max(
        e.stay,
        (e.eligible <> 'N', e.started_on <= r.answered_on, if(e.started_on <= r.answered_on, e.stay, -e.stay))
      ) as stay
    from build_response as r
    join build_enrolment as e on e.person = r.person and not e.single
    where r.programme = default_programme(programme)
      and r.answered_on <= cutoff_of(programme, cutoff)
      and e.started_on <= cutoff_of(programme, cutoff)
    group by all
  ) as chosen on chosen.respondent = r.respondent
  left join build_stay as e
    on e.person = r.person
    and if(e.single, 0, e.stay) = coalesce(chosen.stay, 0)
    and e.started_on <= cutoff_of(programme, cutoff)
  left join (
    from build_participant as p
    anti join (from build_enrolment as e where e.started_on <= cutoff_of(programme, cutoff)) as e on e.person = p.person
  ) as p on p.person = r.person
  where r.programme = default_programme(programme)
    and r.answered_on <= cutoff_of(programme, cutoff)
)
select d.*
from described as d
where in_selection(
  selection, d.mark, d.municipality, d.sex, d.age_band, d.foreign_born, d.foreign_background, d.disability, d.education,
  d.inflow_route, d.target_group, d.status_at_start, d.income_at_start
);
