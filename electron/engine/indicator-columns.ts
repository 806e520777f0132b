import type { ColumnMeta } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";
import { labels } from "./indicator-labels.ts";

/** What the columns of an estimate are (indicators, section 3), in their order. */
export function estimateColumns(definition: IndicatorDefinition, question: IndicatorQuestion): ColumnMeta[] {
  const share = definition.kind === "share" || definition.kind === "milestone";
  const unit = unitOf(definition);
  const base = unit === "score" ? "persons" : (unitOfBase(definition) ?? "rows");
  const counted = definition.kind === "count" ? unit : base;
  const estimateUnit = share ? "share" : unit;
  const role = share ? "share" : definition.kind === "count" ? "count" : "mean";
  const of = { count: "k", base: "n" };
  return [
    ...question.by.map(groupColumn),
    ...(question.margins ? [column("margin", "boolean")] : []),
    ...(question.persons ? [column("persons", "integer", { role: "base", unit: "persons" })] : []),
    column("n", "integer", { role: "base", unit: base }),
    column("k", definition.count === "hours" ? "double" : "integer", { role: "count", unit: counted }),
    column("unknown", "integer", { role: "count", unit: base }),
    column("estimate", "double", share ? { role, unit: estimateUnit, of } : { role, unit: estimateUnit }),
    column("lower", "double", { role: "interval", unit: estimateUnit }),
    column("upper", "double", { role: "interval", unit: estimateUnit }),
    ...(definition.unknown === "bounds"
      ? [
          column("bound_low", "double", { role: "interval", unit: estimateUnit }),
          column("bound_high", "double", { role: "interval", unit: estimateUnit }),
        ]
      : []),
    column("target", "double", { unit: estimateUnit }),
    column("comparator", "varchar"),
    column("attained", "varchar", { codes: "attained" }),
    column("low_precision", "boolean"),
    column("suppressed", "varchar"),
    column("targets", "varchar"),
  ];
}

/** The column that rows are grouped by. */
export function groupColumn(name: Breakdown): ColumnMeta {
  const type = name === "year" ? "integer" : "varchar";
  return column(name, type, { role: "by", ...(codeLists[name] ? { codes: codeLists[name] } : {}) });
}

/** Which list names a column's codes, where there is one. */
export const codeLists: Partial<Record<Breakdown, string>> = {
  sex: "sex",
  foreign_born: "yes_no",
  foreign_background: "yes_no",
  disability: "yes_no",
  education: "education",
  municipality: "municipality",
  county: "county",
  region: "region",
  time_in_programme: "time_in_programme",
  inflow_route: "inflow_route",
  status_at_start: "status_at_start",
  mode: "mode",
};

function column(name: string, type: string, rest: Partial<ColumnMeta> = {}): ColumnMeta {
  return { name, type, label: labels[name] ?? { sv: name, en: name }, ...rest };
}

function unitOf(definition: IndicatorDefinition): ColumnMeta["unit"] {
  if (definition.kind === "mean" || definition.kind === "change") return "score";
  if (definition.count === "hours") return "hours";
  return unitOfBase(definition) ?? "rows";
}

function unitOfBase(definition: IndicatorDefinition): ColumnMeta["unit"] {
  const rows = definition.count === "contacts" || definition.count === "hours" || definition.kind === "milestone";
  return rows || definition.person.rule === "every_enrolment" ? "rows" : "persons";
}
