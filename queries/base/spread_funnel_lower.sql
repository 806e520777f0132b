-- The lower funnel limit: exact, or wider where units spread by more than chance.
--
-- A variance between units is added on the scale asin √share, where a share's variance hardly depends on the share. Without it
-- (null or 0) the limit is that of funnel_lower. Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24:1185–1202.
create macro spread_funnel_lower(target, n, level, variance_between) as (
  case
    when n is null then null
    when coalesce(variance_between, 0) = 0 then funnel_lower(target, n, level)
    else pow(sin(greatest(0, asin(sqrt(target)) - normal_quantile((1 + level) / 2) * sqrt(1 / (4 * n) + variance_between))), 2)
  end
);
