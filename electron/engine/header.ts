import type { ChartMeta, ColumnMeta, ParamMeta, Problem, Text, ViewEntry } from "../contract.ts";
import { chosenBy } from "./group-codes.ts";
import { headerLines, paragraphs } from "./header-lines.ts";
import { checkStatement } from "./header-statement.ts";
import { type Placed, type Report, readTags } from "./header-tags.ts";

/** A view's file as read: where it has no Swedish, that is the English, and labels are the names, until the library puts in what it knows. */
export type ViewFile = Omit<ViewEntry, "origin">;

/**
 * Reads a view's file: the header in its first comment lines (title, why, tags) and the select after it. Returns the view,
 * or every problem of the file at once, each with its line. Never both.
 */
export function readView(file: string, text: string): { view?: ViewFile; problems: Problem[] } {
  const found: { line: number; message: Text }[] = [];
  const report: Report = (line, sv, en) => found.push({ line, message: { sv, en } });

  const { prose, tags, end } = headerLines(text);
  const title = (prose[0]?.text ?? "").replace(/\.$/, "");
  if (title === "") {
    report(
      1,
      "Första raden ska vara vyns rubrik: -- och en mening.",
      "The first line must be the view's title: -- and a sentence.",
    );
  }
  const { params, columns, chart, checks, about, means, texts } = readTags(tags, report);
  checkColumns(columns, chart, report);
  checkMeans(columns, means, report);
  checkChosenCodes(columns, params, report);
  checkStatement(text, params, end, report);
  if (found.length > 0) {
    const problems = found.map(({ line, message }) => ({ file, where: String(line), message }));
    return { problems: problems.sort((a, b) => Number(a.where) - Number(b.where)) };
  }

  const description = paragraphs(prose.slice(1));
  const view: ViewFile = {
    name: file.replace(/^.*\//, "").replace(/\.sql$/, ""),
    title: { sv: texts["title.sv"] ?? title, en: title },
    description: { sv: texts["description.sv"] ?? description, en: description },
    params: params.map(({ value }) => value),
    columns: columns.map(({ value }) => value),
    ...(chart && { chart: chart.value }),
    sql: text,
    checks,
    ...(about && { about }),
    ...(means && { means: means.value }),
  };
  return { view, problems: [] };
}

/** What columns and chart say of other columns must be so. */
function checkColumns(columns: Placed<ColumnMeta>[], chart: Placed<ChartMeta> | undefined, report: Report): void {
  if (columns.length === 0) {
    report(
      1,
      "Vyn säger inte vilka kolumner den har. Lägg till en rad @column för varje.",
      "The view does not say which columns it has. Add a line @column for each.",
    );
  }
  const roles = new Map(columns.map(({ value }) => [value.name, value.role]));
  for (const { line, value } of columns) {
    if (!value.of || (roles.get(value.of.count) === "count" && roles.get(value.of.base) === "base")) continue;
    report(
      line,
      `Kolumnen "${value.name}" ska ha sitt antal och sin bas som kolumner: ${value.of.count} [count] och ${value.of.base} [base].`,
      `The column "${value.name}" must have its count and its base as columns: ${value.of.count} [count] and ${value.of.base} [base].`,
    );
  }
  const hasMean = columns.some(({ value }) => value.role === "mean");
  for (const { line, value } of columns) {
    if (!value.of_mean || hasMean) continue;
    report(
      line,
      `Kolumnen "${value.name}" säger sig höra till radens medelvärde, men ingen kolumn har rollen [mean].`,
      `The column "${value.name}" says that it belongs to the row's mean, but no column has the role [mean].`,
    );
  }
  for (const [channel, column] of Object.entries(chart?.value.channels ?? {})) {
    if (roles.has(column)) continue;
    report(
      chart?.line ?? 1,
      `Diagrammet ritar ${channel} med kolumnen "${column}", som vyn inte har.`,
      `The chart draws ${channel} from the column "${column}", which the view does not have.`,
    );
  }
}

/** What says of what values the means are must be columns, and there must be means. */
function checkMeans(columns: Placed<ColumnMeta>[], means: Placed<string[]> | undefined, report: Report): void {
  if (!means) return;
  for (const name of means.value) {
    if (columns.some(({ value }) => value.name === name)) continue;
    report(
      means.line,
      `"@means" nämner kolumnen "${name}", som vyn inte har.`,
      `"@means" names the column "${name}", which the view does not have.`,
    );
  }
  if (columns.some(({ value }) => value.role === "mean")) return;
  report(
    means.line,
    `"@means" säger vad vyns medelvärden gäller, men ingen kolumn har rollen [mean].`,
    `"@means" says what the view's means are of, but no column has the role [mean].`,
  );
}

/** A list that a parameter chooses needs that parameter, and the list that it chooses from. */
function checkChosenCodes(columns: Placed<ColumnMeta>[], params: Placed<ParamMeta>[], report: Report): void {
  for (const { line, value } of columns) {
    if (!value.codes?.startsWith("$")) continue;
    const param = chosenBy(
      value,
      params.map((each) => each.value),
    );
    if (param?.codes !== undefined) continue;
    report(
      line,
      `Kolumnen "${value.name}" säger codes=${value.codes}, men vyn har ingen sådan parameter med en lista att välja ur (in …).`,
      `Column "${value.name}" says codes=${value.codes}, but the view has no such parameter with a list to choose from (in …).`,
    );
  }
}
