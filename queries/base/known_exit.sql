-- The enrolments of the target group that have ended by the cut-off, with the reason.
--
-- Says the same as `known_enrolment` where eligible <> 'N' and ended_on is not null, at a third of the time: of the
-- exit nothing has to be hidden, so DuckDB counts the reasons in their compressed form.
create macro known_exit(programme := null, cutoff := null, selection := null) as table
select
  e.* exclude (mark) replace (
    coalesce(e.exit_reason, 'unknown') as exit_reason,
    case when e.first_outcome_on <= cutoff_of(programme, cutoff) then e.first_outcome_on end as first_outcome_on,
    case when e.first_reached_on <= cutoff_of(programme, cutoff) then e.first_reached_on end as first_reached_on
  ),
  cutoff_of(programme, cutoff) as cutoff
from build_stay as e
where e.programme = default_programme(programme)
  and e.started_on <= cutoff_of(programme, cutoff)
  and e.ended_on <= cutoff_of(programme, cutoff)
  and e.eligible <> 'N'
  and in_selection(
    selection, e.mark, e.municipality, e.sex, e.age_band, e.foreign_born, e.foreign_background, e.disability, e.education,
    e.inflow_route, e.target_group, e.status_at_start, e.income_at_start
  );
