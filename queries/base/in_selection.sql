-- Whether an enrolment, or an answer, is in the reader's selection: the columns that one may select on, and no others.
--
-- The part stands by itself, outside the `or` of the rest, so that DuckDB can join persons with the parts they are in.
create macro in_selection(
  selection, mark, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route,
  target_group, status_at_start, income_at_start
) as (
  in_part(selection, mark)
  and matches_selection(
    selection, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route,
    target_group, status_at_start, income_at_start
  )
);
