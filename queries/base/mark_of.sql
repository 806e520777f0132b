-- Hexadecimal digits that stand for a person (p), an anonymous questionnaire (r) or an employer (e), the same in every delivery.
--
-- What the steering room tells groups apart by (in_part). MD5 rather than DuckDB's own hash, which may change with its
-- version, while what has been shown is remembered for as long as the workspace lives.
create macro mark_of(programme, kind, id) as md5(concat(programme, ' ', kind, id));
