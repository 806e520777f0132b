-- A name as it is sorted in Swedish: å, ä and ö after z, whatever the case.
create macro swedish_order(name) as translate(lower(name), 'åäöéü', '{|}ey');
