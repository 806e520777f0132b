import type { ChartMeta, ColumnMeta, ParamMeta } from "../contract.ts";
import { parseColumn } from "./header-column.ts";
import type { HeaderLine } from "./header-lines.ts";
import { parseParam } from "./header-param.ts";
import { parseSwedish, type Swedish, withSwedish } from "./header-swedish.ts";

/** Says what is wrong at a line, in Swedish and English. */
export type Report = (line: number, sv: string, en: string) => void;

/** Says what is wrong with the tag at hand. */
export type TagReport = (sv: string, en: string) => void;

/** Something with the line where it stands. */
export interface Placed<Value> {
  line: number;
  value: Value;
}

export interface Tags {
  params: Placed<ParamMeta>[];
  columns: Placed<ColumnMeta>[];
  chart: Placed<ChartMeta> | undefined;
  /** Conditions in SQL. */
  checks: string[];
  about: "organisation" | undefined;
  /** Names of columns. */
  means: Placed<string[]> | undefined;
  texts: { "title.sv"?: string; "description.sv"?: string };
}

/** Reads all tags of a header. A tag that cannot be read is reported and left out. */
export function readTags(lines: HeaderLine[], report: Report): Tags {
  const tags: Tags = {
    params: [],
    columns: [],
    chart: undefined,
    checks: [],
    about: undefined,
    means: undefined,
    texts: {},
  };
  const swedish: Record<"param" | "column", Placed<Swedish>[]> = { param: [], column: [] };
  for (const { number: line, text } of lines) {
    const [, tag = "", content = ""] = text.match(/^@(\S+)\s*(.*)$/) ?? [];
    const say: TagReport = (sv, en) => report(line, sv, en);
    if (tag === "param") add(tags.params, line, parseParam(content, say), say);
    else if (tag === "column") add(tags.columns, line, parseColumn(content, say), say);
    else if (tag === "param.sv") add(swedish.param, line, parseSwedish(tag, content, say), say);
    else if (tag === "column.sv") add(swedish.column, line, parseSwedish(tag, content, say), say);
    else if (tag === "chart") {
      const value = parseChart(content, say);
      if (value) tags.chart = { line, value };
    } else if (tag === "check" && content !== "") tags.checks.push(content);
    else if (tag === "about" && content === "organisation") tags.about = content;
    else if (tag === "means" && content !== "") tags.means = { line, value: content.split(/, */) };
    else if ((tag === "title.sv" || tag === "description.sv") && content !== "") tags.texts[tag] = content;
    else {
      say(
        `"@${tag}" är ingen märkning med innehåll som en vy kan ha.`,
        `"@${tag}" is no tag with a content that a view can have.`,
      );
    }
  }
  return {
    ...tags,
    params: withSwedish(tags.params, swedish.param, report),
    columns: withSwedish(tags.columns, swedish.column, report),
  };
}

function add<Named extends { name: string }>(
  all: Placed<Named>[],
  line: number,
  value: Named | undefined,
  say: TagReport,
): void {
  if (value === undefined) return;
  if (all.some((other) => other.value.name === value.name)) {
    say(`"${value.name}" står två gånger i huvudet.`, `"${value.name}" stands twice in the header.`);
  } else all.push({ line, value });
}

/** `kind channel=column …` */
function parseChart(text: string, say: TagReport): ChartMeta | undefined {
  const [kind = "", ...channels] = text.split(/\s+/);
  const pairs = channels.map((channel) => channel.split("="));
  if (!/^[a-z]\w*$/.test(kind) || !pairs.every((pair) => pair.length === 2 && pair.every(Boolean))) {
    say(
      `"@chart ${text}" ska vara: @chart sort kanal=kolumn kanal=kolumn.`,
      `"@chart ${text}" must be: @chart kind channel=column channel=column.`,
    );
    return undefined;
  }
  return { kind, channels: Object.fromEntries(pairs) };
}
