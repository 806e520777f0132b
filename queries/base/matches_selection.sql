-- Whether what is known of somebody, or of an employer or a milestone, is what the reader has selected.
create macro matches_selection(
  selection, municipality, sex, age_band, foreign_born, foreign_background, disability, education, inflow_route,
  target_group, status_at_start, income_at_start
) as (
  selection is null
  or (
    selected(selection, 'municipality', municipality)
    and selected(selection, 'sex', sex)
    and selected(selection, 'age_band', age_band)
    and selected(selection, 'foreign_born', foreign_born)
    and selected(selection, 'foreign_background', foreign_background)
    and selected(selection, 'disability', disability)
    and selected(selection, 'education', education)
    and selected(selection, 'inflow_route', inflow_route)
    and selected(selection, 'target_group', target_group)
    and selected(selection, 'status_at_start', status_at_start)
    and selected(selection, 'income_at_start', income_at_start)
  )
);
