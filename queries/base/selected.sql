-- Whether a row stays in the reader's selection: no selection, nothing chosen for this column, or its value is chosen.
--
-- `selection` is a JSON object of column names and lists of codes, such as {"municipality": ["1781"]}.
create macro selected(selection, name, value) as (
  selection is null
  or (selection::json -> name) is null
  or list_contains((selection::json -> name)::varchar[], value)
);
