-- The covariances of the turned items of each scale part at a wave as one matrix, in the order of the part's items.
create macro item_matrix(programme, cutoff, selection, of_scale, missing) as table
with item as (
  select c.wave, c.subscale_no, c.n, c.ordinal, list(c.covariance order by c.other_ordinal) as covariances
  from item_covariance(programme, cutoff, selection, of_scale, missing) as c
  group by all
)
select i.wave, i.subscale_no, i.n, list(i.covariances order by i.ordinal) as covariances
from item as i
group by all;
