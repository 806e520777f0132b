-- The group that a questionnaire is in, by the column that a reader groups by; `all` where that is none.
--
-- Time in the programme is in whole months from the start of the enrolment to the day of the answer.
create macro survey_group(grouped_by, r) as (
  case coalesce(grouped_by, 'none')
    when 'none' then 'all'
    when 'municipality' then r.municipality
    when 'sex' then r.sex
    when 'age_band' then r.age_band
    when 'foreign_born' then r.foreign_born
    when 'foreign_background' then r.foreign_background
    when 'disability' then r.disability
    when 'education' then r.education
    when 'inflow_route' then r.inflow_route
    when 'target_group' then r.target_group
    when 'status_at_start' then r.status_at_start
    when 'income_at_start' then r.income_at_start
    when 'mode' then r.mode
    when 'time_in_programme' then r.time_in_programme
    else error('by: none, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route, target_group, status_at_start, income_at_start, mode, time_in_programme')
  end
);
