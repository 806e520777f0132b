-- Whether an estimate with its limits meets a target: yes, no, or undecided where the interval covers the target.
create macro attained(lower_limit, upper_limit, comparator, target_value) as (
  case
    when lower_limit is null or target_value is null then null
    when target_value between lower_limit and upper_limit then 'undecided'
    when comparator = '>=' and lower_limit > target_value then 'yes'
    when comparator = '<=' and upper_limit < target_value then 'yes'
    else 'no'
  end
);
