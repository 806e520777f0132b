-- The mark of who answered: a person, an employer, or nobody known but for this one questionnaire.
create macro response_mark(programme, participant, employer, response) as mark_of(
  programme,
  case when participant is not null then 'p' when employer is not null then 'e' else 'r' end,
  coalesce(participant, employer, response)
);
