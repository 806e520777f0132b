-- The points of an answered item: reversed items are turned, unless the supplier has turned them already.
--
-- `turn` is the sum of the lowest and the highest answer of the scale: 8 for answers 1 to 7.
create macro item_points(value, reversed, already_reversed, turn) as if(reversed and not already_reversed, turn - value, value);
