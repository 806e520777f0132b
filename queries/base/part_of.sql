-- The selection of all, for what looks further than the reader's selection: the earlier questionnaire of a pair, say.
--
-- Where the steering room traces whom a figure counts, a macro of the same name stands before this one: then it is all of the part
-- that the selection asks for. So nobody is looked for outside of it.
create macro part_of(selection) as null::varchar;
