-- The upper funnel limit: exact, or wider where units spread by more than chance (see spread_funnel_lower).
create macro spread_funnel_upper(target, n, level, variance_between) as (
  case
    when n is null then null
    when coalesce(variance_between, 0) = 0 then funnel_upper(target, n, level)
    else pow(
      sin(least(pi() / 2, asin(sqrt(target)) + normal_quantile((1 + level) / 2) * sqrt(1 / (4 * n) + variance_between))), 2
    )
  end
);
