-- The waves of a questionnaire in the order of time.
create macro wave_order(wave) as (case wave when 'baseline' then 1 when 'mid' then 2 when 'exit' then 3 else 4 end);
