-- How long somebody had been in the programme on a day, in bands of whole months.
create macro time_in_programme(started_on, day) as (
  case
    when started_on is null or day < started_on then 'U'
    when day < started_on + interval 3 months then '0-2'
    when day < started_on + interval 6 months then '3-5'
    when day < started_on + interval 12 months then '6-11'
    else '12+'
  end
);
