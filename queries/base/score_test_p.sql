-- The two-sided p of the score test that two groups have the same share: k_1 of n_1 against k_2 of n_2.
--
-- Without continuity correction, as R's prop.test(correct = FALSE). Null where all or none of both are counted, or one is empty.
create macro score_test_p(k_1, n_1, k_2, n_2) as (
  2 * normal_cdf(
    -abs(k_1 / nullif(n_1, 0) - k_2 / nullif(n_2, 0)) / nullif(
      sqrt((k_1 + k_2) / nullif(n_1 + n_2, 0) * (1 - (k_1 + k_2) / nullif(n_1 + n_2, 0)) * (1 / nullif(n_1, 0) + 1 / nullif(n_2, 0))), 0
    )
  )
);
