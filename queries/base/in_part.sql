-- Whether the one with this mark is in the part of everybody that the selection's key `part` names; without the key, all are.
--
-- `{"part": [17, 256]}` is the seventeenth of 256 parts, counted from nought; the number of parts is a power of two, and everybody
-- is in one of them. The key is the engine's own: no request may have it. Who has no mark is in every part.
create macro in_part(selection, mark) as (
  (selection::json -> 'part') is null
  or mark is null
  or mark & ((selection::json -> '$.part[1]')::ubigint - 1) = (selection::json -> '$.part[0]')::ubigint
);
