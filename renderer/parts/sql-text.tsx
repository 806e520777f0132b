import { useMemo } from "react";

const pattern =
  /(--[^\n]*)|('(?:[^']|'')*')|\b(select|from|where|group by|order by|with|as|join|left|inner|cross|on|and|or|not|in|is|null|case|when|then|else|end|union all|union|having|limit|offset|filter|over|partition by|between|distinct|exists|using|values|materialized|lateral|interval|date|true|false|asc|desc|all)\b/gi;

/** SQL to read: words of the language, texts and comments set apart. */
export function SqlText({ sql }: { sql: string }) {
  const parts = useMemo(() => splitSql(sql), [sql]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <pre className="sql" tabIndex={0}>
      <code>
        {parts.map((part) => (
          <span key={part.at} className={part.kind}>
            {part.text}
          </span>
        ))}
      </code>
    </pre>
  );
}

interface SqlPart {
  at: number;
  text: string;
  kind: "sql-comment" | "sql-text" | "sql-word" | undefined;
}

function splitSql(sql: string): SqlPart[] {
  const parts: SqlPart[] = [];
  let end = 0;
  for (const match of sql.matchAll(pattern)) {
    if (match.index > end) parts.push({ at: end, text: sql.slice(end, match.index), kind: undefined });
    const kind = match[1] !== undefined ? "sql-comment" : match[2] !== undefined ? "sql-text" : "sql-word";
    parts.push({ at: match.index, text: match[0], kind });
    end = match.index + match[0].length;
  }
  if (end < sql.length) parts.push({ at: end, text: sql.slice(end), kind: undefined });
  return parts;
}
