-- The columns by which an acquaintance might tell a person apart: those that were asked for, in a fixed order, or the usual five.
--
-- The order gives each its bit in `quasi_class`. A name that is none of them is passed over.
create macro quasi_columns(columns) as (
  [
    each
    for each in [
      'municipality', 'sex', 'age', 'age_band', 'foreign_born', 'inflow_route', 'started_on', 'start_month', 'education',
      'disability'
    ]
    if list_contains(coalesce(columns, ['municipality', 'sex', 'age_band', 'foreign_born', 'inflow_route']), each)
  ]
);
