import type { Decision } from "./decision.ts";
import { isCounted } from "./hidden-columns.ts";
import { foldMark, keyOfMark, withoutMarks } from "./marks.ts";
import type { Told, TracedFigure } from "./traced.ts";

/** What the sets of figures are called: by number, the first cell that has them; and those of a base that its cell does not count. */
export function nameSets(figures: readonly TracedFigure[], { rows, sets }: Decision, parts: number): Map<number, Told> {
  const names = new Map<number, Told>();
  const numbers = new Map(sets.map(({ mark }, number) => [keyOfMark(mark), number]));
  const name = (set: number | undefined, told: Told): void => {
    if (set !== undefined && !names.has(set)) names.set(set, told);
  };
  figures.forEach(({ columns }, figure) => {
    const counted = columns.filter(isCounted).map((column) => column.name);
    rows[figure]!.forEach((own, row) => {
      for (const column of counted) name(own.sets[column], { kind: "cell", figure, row, column });
    });
  });
  figures.forEach(({ columns, marks }, figure) => {
    const base = columns.find((column) => column.role === "base" && isCounted(column))?.name;
    if (base === undefined) return;
    const counts = columns
      .filter((column) => column.role === "count" && isCounted(column))
      .map((column) => column.name);
    rows[figure]!.forEach((_, row) => {
      const all = foldMark(marks[base]![row]!, parts);
      for (const column of counts) {
        const some = foldMark(marks[column]![row]!, parts);
        const rest = withoutMarks(all, [some]);
        if (rest) name(numbers.get(keyOfMark(rest)), { kind: "cell", figure, row, column, rest: true });
      }
    });
  });
  return names;
}
