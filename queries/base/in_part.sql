-- Whether the one with this mark is in the part of everybody that the selection's key `part` names; no key, all are.
--
-- Part b, 0 to 63, is those whose bit b is set, and 64 + b all others. 128 + c is those whose last six bits say c: no person
-- is in two of these, so as many of them as are not empty, so many persons there are at least. The key is the engine's own:
-- no request may have it. Who has no mark is in every part.
create macro in_part(selection, mark) as (
  (selection::json -> 'part') is null
  or mark is null
  or case
    when (selection::json -> 'part')::integer < 64 then (mark >> (selection::json -> 'part')::integer) & 1 = 1
    when (selection::json -> 'part')::integer < 128 then (mark >> ((selection::json -> 'part')::integer - 64)) & 1 = 0
    else mark & 63 = (selection::json -> 'part')::integer - 128
  end
);
