-- The group that a questionnaire is in, by the column that a reader groups by; `all` where that is none.
--
-- Time in the programme is in whole months from the start of the enrolment to the day of the answer. The columns are named one by
-- one: a whole row as an argument would compute all that is in it.
create macro survey_group(
  grouped_by, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route, target_group,
  status_at_start, income_at_start, mode, time_in_programme
) as (
  case coalesce(grouped_by, 'none')
    when 'none' then 'all'
    when 'municipality' then municipality
    when 'sex' then sex
    when 'age_band' then age_band
    when 'foreign_born' then foreign_born
    when 'foreign_background' then foreign_background
    when 'disability' then disability
    when 'education' then education
    when 'inflow_route' then inflow_route
    when 'target_group' then target_group
    when 'status_at_start' then status_at_start
    when 'income_at_start' then income_at_start
    when 'mode' then mode
    when 'time_in_programme' then time_in_programme
    else error('by: none, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route, target_group, status_at_start, income_at_start, mode, time_in_programme')
  end
);
