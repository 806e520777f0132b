-- How far a limit of a 95 % t interval of a mean lies from it, in standard deviations.
create macro t_reach(n) as (case when n > 1 then student_t_quantile(0.975, n - 1) / sqrt(n) end);
