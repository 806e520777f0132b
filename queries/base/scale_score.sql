-- The score of a questionnaire from the points of its answered items, or null where too many are missing.
--
-- Missing items, as many as the scale allows, count as the mean of the others. `method` is the scale's: sum or mean.
create macro scale_score(points, answered, items, may_miss, method) as (
  case
    when answered > 0 and answered between items - may_miss and items then points * if(method = 'mean', 1, items) / answered
  end
);
