import type { ChartMeta, ColumnMeta, ParamMeta, Problem, Text, ViewEntry } from "../contract.ts";
import { parseChart, parseColumn, parseParam, type TagReader } from "./header-tags.ts";
import { codeOnly, lineAt } from "./sql-code.ts";

/** A view's file as read; labels are the names until the library puts in what they are called. */
export interface ViewFile extends Omit<ViewEntry, "origin"> {
  /** Why the view is as it is; the Swedish one falls back on the English. */
  descriptions: Text;
}

interface Line {
  number: number;
  text: string;
}

/**
 * Reads a view's file: the header in its first comment lines (architecture: title, why, tags) and the select after it.
 * Returns the view, or every problem of the file at once, each with its line. Never both.
 */
export function readView(file: string, text: string): { view?: ViewFile; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, sv: string, en: string) =>
    problems.push({ file, where: String(line), message: { sv, en } });

  const header = headerLines(text);
  const tags = tagLines(header);
  const prose = header.slice(0, header.findIndex(({ text: each }) => each.startsWith("@")) >>> 0);
  const title = prose[0]?.text ?? "";
  if (title === "")
    report(
      1,
      "Första raden ska vara vyns rubrik: -- och en mening.",
      "The first line must be the view's title: -- and a sentence.",
    );

  const params: ParamMeta[] = [];
  const columns: ColumnMeta[] = [];
  const checks: string[] = [];
  const texts = new Map<string, string>();
  let chart: { meta: ChartMeta; line: number } | undefined;
  const lineOf = new Map<string, number>();
  for (const { number, text: tag } of tags) {
    const [, name = "", rest = ""] = tag.match(/^@(\S+)\s*(.*)$/) ?? [];
    const read: TagReader = (sv, en) => report(number, sv, en);
    if (name === "param") {
      const param = parseParam(rest, read);
      if (param && params.some((each) => each.name === param.name))
        report(number, `Parametern "${param.name}" står två gånger.`, `The parameter "${param.name}" stands twice.`);
      else if (param) params.push(param);
      if (param) lineOf.set(`param ${param.name}`, number);
    } else if (name === "column") {
      const column = parseColumn(rest, read);
      if (column && columns.some((each) => each.name === column.name))
        report(number, `Kolumnen "${column.name}" står två gånger.`, `The column "${column.name}" stands twice.`);
      else if (column) columns.push(column);
      if (column) lineOf.set(`column ${column.name}`, number);
    } else if (name === "chart") {
      const meta = parseChart(rest, read);
      if (meta) chart = { meta, line: number };
    } else if (name === "check" && rest !== "") checks.push(rest);
    else if ((name === "title.sv" || name === "description.sv") && rest !== "") texts.set(name, rest);
    else
      report(
        number,
        `"@${name}" är ingen märkning med innehåll som en vy kan ha.`,
        `"@${name}" is no tag with a content that a view can have.`,
      );
  }

  for (const message of columnsThatAreNotThere(columns, chart?.meta)) {
    const line = message.column ? lineOf.get(`column ${message.column}`) : chart?.line;
    report(line ?? 1, message.text.sv, message.text.en);
  }
  if (columns.length === 0)
    report(
      1,
      "Vyn säger inte vilka kolumner den har. Lägg till en rad @column för varje.",
      "The view does not say which columns it has. Add a line @column for each.",
    );
  checkStatement(text, header.length, params, (name) => lineOf.get(`param ${name}`) ?? 1, report);

  if (problems.length > 0) return { problems };
  const description = paragraphs(prose.slice(1));
  return {
    view: {
      name: file.replace(/^.*\//, "").replace(/\.sql$/, ""),
      title: { sv: texts.get("title.sv") ?? title.replace(/\.$/, ""), en: title.replace(/\.$/, "") },
      description,
      descriptions: { sv: texts.get("description.sv") ?? description, en: description },
      params,
      columns,
      ...(chart && { chart: chart.meta }),
      sql: text,
      checks,
    },
    problems,
  };
}

function headerLines(text: string): Line[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.trimEnd() }));
  const end = lines.findIndex((line) => !line.text.startsWith("--"));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map(({ number, text: line }) => ({ number, text: line.replace(/^-- ?/, "") }));
}

/** One tag a line: an indented line goes on with the tag before it, and several columns may stand on one line. */
function tagLines(header: Line[]): Line[] {
  const first = header.findIndex(({ text }) => text.startsWith("@"));
  if (first < 0) return [];
  const joined: Line[] = [];
  for (const line of header.slice(first)) {
    const before = joined.at(-1);
    if (/^\s+\S/.test(line.text) && before) before.text += ` ${line.text.trim()}`;
    else if (line.text !== "") joined.push({ ...line });
  }
  return joined.flatMap(({ number, text }) => text.split(/\s+(?=@column\s)/).map((part) => ({ number, text: part })));
}

function paragraphs(lines: Line[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim()
    .replace(/(?<!\n)\n(?!\n)/g, " ");
}

function columnsThatAreNotThere(
  columns: ColumnMeta[],
  chart: ChartMeta | undefined,
): { column?: string; text: Text }[] {
  const role = new Map(columns.map((column) => [column.name, column.role]));
  const shares = columns.flatMap(({ name, of }) => {
    if (of === undefined || (role.get(of.count) === "count" && role.get(of.base) === "base")) return [];
    return [
      {
        column: name,
        text: {
          sv: `Andelen "${name}" ska ha sitt antal och sin bas som kolumner: ${of.count} [count] och ${of.base} [base].`,
          en: `The share "${name}" must have its count and its base as columns: ${of.count} [count] and ${of.base} [base].`,
        },
      },
    ];
  });
  const drawn = Object.entries(chart?.channels ?? {}).flatMap(([channel, column]) => {
    if (role.has(column)) return [];
    return [
      {
        text: {
          sv: `Diagrammet ritar ${channel} med kolumnen "${column}", som vyn inte har.`,
          en: `The chart draws ${channel} from the column "${column}", which the view does not have.`,
        },
      },
    ];
  });
  return [...shares, ...drawn];
}

function checkStatement(
  text: string,
  headerLength: number,
  params: ParamMeta[],
  lineOf: (param: string) => number,
  report: (line: number, sv: string, en: string) => void,
): void {
  const code = codeOnly(text);
  if (!/^\s*(?:with|select|from)\b/i.test(code)) {
    report(headerLength + 1, "Efter huvudet ska en select-sats följa.", "A select statement must follow the header.");
    return;
  }
  const declared = new Set(params.map(({ name }) => name));
  const used = new Set<string>();
  for (const found of code.matchAll(/\$(\w+)/g)) {
    const name = found[1] ?? "";
    if (!declared.has(name) && !used.has(name)) {
      report(
        lineAt(text, found.index),
        `Satsen använder $${name}, som inte är någon parameter i huvudet. Lägg till @param ${name}.`,
        `The statement uses $${name}, which is no parameter of the header. Add @param ${name}.`,
      );
    }
    used.add(name);
  }
  for (const name of declared) {
    if (!used.has(name))
      report(
        lineOf(name),
        `Parametern "${name}" används inte i satsen.`,
        `The parameter "${name}" is not used in the statement.`,
      );
    // In the macro that the view becomes, a bare name is the parameter, not the column: a filter would pass every row.
    const bare = new RegExp(`(?<![\\w.$])(?<!\\b(?:as|from|join|with)\\s+)${name}\\b(?!\\s*(?:\\(|:=|\\.))`, "i");
    const captured = bare.exec(code);
    if (captured) {
      report(
        lineAt(text, captured.index),
        `"${name}" är både en parameter och en kolumn. Skriv $${name} för parametern och tabellens namn framför kolumnen.`,
        `"${name}" is both a parameter and a column. Write $${name} for the parameter, and the table's name before the column.`,
      );
    }
  }
}
