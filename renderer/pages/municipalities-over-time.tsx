import { useCallback, useMemo } from "react";
import type { FigureRequest } from "../../electron/contract.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawMultiples, type MultiplePoint } from "../charts/multiples.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { seenFigures } from "../seen-figures.ts";
import { type Figure, readRows } from "../table.ts";
import { useFigures } from "../use-table.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";
import type { Measure } from "./municipalities-measures.ts";
import { overTimeRequests } from "./municipalities-requests.ts";

/** The same indicator on the days that the programme names, a small chart for each municipality. */
export function OverTime({ measure, units, benchmark, onBenchmark }: OverTimeProps) {
  const { scope, wording } = useWorkbench();
  const { t, format } = wording;
  const requests = overTimeRequests(measure, scope);
  const days = Object.keys(requests).join(" ");
  const { figures } = useFigures<string>({ ...requests, ...(scope.room === "steering" ? {} : outsideFigures) });
  const { benchmarks } = figures;
  const names = useMemo(() => benchmarkNames(benchmarks, wording), [benchmarks, wording]);
  const draw = useCallback<Draw>(
    (context, see) => {
      const seen = seenFigures(figures, see);
      const dated = days.split(" ").flatMap((day) => (seen[day] === undefined ? [] : [{ day, figure: seen[day] }]));
      const { courses, whole } = readCourses(dated, context.wording);
      const outside = referencePoints(benchmarks, benchmark);
      const multiples = units.map(({ unit, label }) => ({
        label,
        points: courses.get(unit) ?? [],
        reference: outside.get(unit) ?? [],
      }));
      return drawMultiples(multiples, whole, context);
    },
    [figures, days, units, benchmarks, benchmark],
  );
  const asked = days.split(" ");
  return (
    <Panel
      className="full"
      title={t("compare.over_time")}
      definition={t("compare.over_time_means")}
      figures={asked.map((day) => figures[day])}
      names={asked.map((day) => format.date(day))}
      draw={draw}
      method={t("method.wilson")}
    >
      {names.length === 0 ? null : (
        <label className="compare-benchmark">
          <span>{t("compare.benchmark")}</span>
          <select value={benchmark} onChange={(event) => onBenchmark(event.target.value)}>
            <option value="">{t("compare.benchmark_none")}</option>
            {names.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </Panel>
  );
}

interface OverTimeProps {
  measure: Measure;
  /** In the order in which they stand on the page. */
  units: readonly { unit: string; label: string }[];
  /** The outside figures drawn as reference; empty for none. */
  benchmark: string;
  onBenchmark(name: string): void;
}

const outsideFigures: Record<string, FigureRequest> = {
  benchmarks: { view: "benchmark_values" },
};

/** Tables of the days turned into a course for each unit; the margin is the whole. */
export function readCourses(
  dated: readonly { day: string; figure: Figure }[],
  wording: Wording,
): { courses: ReadonlyMap<string, readonly MultiplePoint[]>; whole: MultiplePoint[] } {
  const courses = new Map<string, MultiplePoint[]>();
  const whole: MultiplePoint[] = [];
  for (const { day, figure } of dated) {
    if (figure.meta.fault !== undefined) continue;
    const cells = readRows(figure);
    for (const [index, row] of readIntervals(figure, wording).entries()) {
      const point = { ...row, day: new Date(`${day}T00:00:00Z`) };
      const code = cells[index]?.municipality;
      if (cells[index]?.margin === true || typeof code !== "string") whole.push(point);
      else courses.set(code, [...(courses.get(code) ?? []), point]);
    }
  }
  return { courses, whole };
}

function benchmarkNames(figure: Figure | undefined, { language }: Wording): { name: string; title: string }[] {
  if (figure === undefined || figure.meta.fault !== undefined) return [];
  const named = new Map(
    readRows(figure)
      .filter(({ share }) => typeof share === "number")
      .map((row) => [String(row.benchmark), String(row[`title_${language}`] ?? row.benchmark)]),
  );
  return [...named].map(([name, title]) => ({ name, title }));
}

/** The middle of the year is where a year's figure stands. */
function referencePoints(figure: Figure | undefined, name: string): Map<string, { day: Date; value: number }[]> {
  const points = new Map<string, { day: Date; value: number }[]>();
  if (figure === undefined || figure.meta.fault !== undefined || name === "") return points;
  for (const { benchmark, municipality, sex, year, share } of readRows(figure)) {
    if (benchmark !== name || sex !== "T" || typeof share !== "number" || typeof municipality !== "string") continue;
    const point = { day: new Date(Date.UTC(Number(year), 6, 1)), value: share };
    points.set(municipality, [...(points.get(municipality) ?? []), point]);
  }
  return points;
}
