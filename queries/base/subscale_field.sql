-- One subscale's thirty bits of a number that holds four (answer_points).
create macro subscale_field(packed, subscale_no) as ((packed >> (30 * (subscale_no % 4))) & 1073741823)::integer;
