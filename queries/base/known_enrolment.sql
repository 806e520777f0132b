-- What is known about each enrolment on the day of the cut-off.
--
-- The way into enrolments. One row per enrolment of one programme that has started by the cut-off, those outside the target
-- group included (eligible = 'N'): they count in the first step of the flow and nowhere else. Nothing after the cut-off is
-- known: an exit that comes later has not happened, and its reason is null; that of an exit without one is `unknown`. By a
-- day includes the day.
--
-- A null programme is the default one, a null cut-off the day as of which its data were delivered, a null selection all.
-- Columns are qualified throughout, because a bare name would be the parameter where the two are called alike.
create macro known_enrolment(programme := null, cutoff := null, selection := null) as table
select
  e.* exclude (mark) replace (
    case when e.ended_on <= cutoff_of(programme, cutoff) then e.ended_on end as ended_on,
    case when e.ended_on <= cutoff_of(programme, cutoff) then coalesce(e.exit_reason, 'unknown') end as exit_reason,
    case when e.first_outcome_on <= cutoff_of(programme, cutoff) then e.first_outcome_on end as first_outcome_on,
    case when e.first_reached_on <= cutoff_of(programme, cutoff) then e.first_reached_on end as first_reached_on
  ),
  cutoff_of(programme, cutoff) as cutoff
from build_stay as e
where e.programme = default_programme(programme)
  and e.started_on <= cutoff_of(programme, cutoff)
  and in_selection(
    selection, e.mark, e.municipality, e.sex, e.age_band, e.foreign_born, e.foreign_background, e.disability, e.education,
    e.inflow_route, e.target_group, e.status_at_start, e.income_at_start
  );
