import type { ColumnMeta, Text } from "../contract.ts";
import type { IndicatorQuestion } from "./indicator-context.ts";
import type { Breakdown, IndicatorDefinition } from "./indicator-definition.ts";

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

function groupColumn(name: Breakdown): ColumnMeta {
  const type = name === "year" ? "integer" : "varchar";
  return column(name, type, { role: "by", ...(codeLists[name] ? { codes: codeLists[name] } : {}) });
}

const codeLists: Partial<Record<Breakdown, string>> = {
  sex: "sex",
  foreign_born: "yes_no",
  foreign_background: "yes_no",
  disability: "yes_no",
  education: "education",
  municipality: "municipality",
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

const labels: Record<string, Text> = {
  sex: { sv: "Kön", en: "Sex" },
  age_band: { sv: "Ålder", en: "Age" },
  foreign_born: { sv: "Utrikes född", en: "Foreign-born" },
  foreign_background: { sv: "Utländsk bakgrund", en: "Foreign background" },
  disability: { sv: "Nedsatt arbetsförmåga", en: "Reduced work capacity" },
  education: { sv: "Utbildning", en: "Education" },
  municipality: { sv: "Kommun", en: "Municipality" },
  inflow_route: { sv: "Väg in", en: "Route in" },
  target_group: { sv: "Målgrupp", en: "Target group" },
  status_at_start: { sv: "Ställning vid start", en: "Status at start" },
  year: { sv: "Startår", en: "Year of start" },
  mode: { sv: "Svarssätt", en: "Mode of answer" },
  margin: { sv: "Totalrad", en: "Total row" },
  n: { sv: "Av", en: "Of" },
  k: { sv: "Antal", en: "Number" },
  unknown: { sv: "Okända", en: "Unknown" },
  estimate: { sv: "Värde", en: "Estimate" },
  lower: { sv: "Nedre gräns", en: "Lower limit" },
  upper: { sv: "Övre gräns", en: "Upper limit" },
  bound_low: { sv: "Om alla okända är nej", en: "If all unknown are no" },
  bound_high: { sv: "Om alla okända är ja", en: "If all unknown are yes" },
  target: { sv: "Mål", en: "Target" },
  comparator: { sv: "Jämförelse", en: "Comparator" },
  attained: { sv: "Nått", en: "Attained" },
  low_precision: { sv: "Låg precision", en: "Low precision" },
  suppressed: { sv: "Dolda kolumner", en: "Hidden columns" },
  targets: { sv: "Alla mål", en: "All targets" },
};
