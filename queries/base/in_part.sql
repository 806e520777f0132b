-- Whether the one with this mark is in the part of everybody that the selection asks for: all are, unless the steering room traces
-- whom a figure counts. Then a macro of the same name stands before this one.
create macro in_part(selection, mark) as true;
