-- The degrees of freedom of a difference between two means with variances of their own (Welch and Satterthwaite).
--
-- `error` is a mean's standard error. Null where a group has fewer than two, or no group varies.
create macro welch_df(error_1, n_1, error_2, n_2) as (
  pow(pow(error_1, 2) + pow(error_2, 2), 2)
  / nullif(pow(error_1, 4) / nullif(n_1 - 1, 0) + pow(error_2, 4) / nullif(n_2 - 1, 0), 0)
);
