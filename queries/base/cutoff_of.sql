-- The day that a figure is about: the reader's, or else the day as of which the programme's data were delivered.
create macro cutoff_of(programme, cutoff) as coalesce(cutoff::date, as_of(programme));
