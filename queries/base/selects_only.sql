-- Whether the reader's selection uses no other columns than these. A number that was promised for a whole municipality says
-- nothing about a part of it.
create macro selects_only(selection, columns) as (selection is null or list_has_all(columns, json_keys(selection::json)));
