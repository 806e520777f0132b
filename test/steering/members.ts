import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReadTable, readTable } from "../../electron/cli/table.ts";
import type { FigureRequest, Scope } from "../../electron/contract.ts";
import { openDesk } from "../../electron/engine/desk.ts";
import { answerFigure } from "../../electron/engine/figures.ts";
import { openWorkspace } from "../../electron/workspace.ts";
import { countsOf } from "./answer-checks.ts";
import { rowsOf, smallWorkspace } from "./workspace.ts";

/** A count of a figure, and of how many units of each person it is; persons by number. */
export interface TrueCell {
  row: string;
  column: string;
  role: "base" | "count";
  count: number;
  of: Int32Array;
}

/** Who is behind counts: learnt by leaving out one person after the other, by nothing that protects them. */
export interface Members {
  persons: number;
  /** Every count of a figure. */
  cells(scope: Scope, figure: FigureRequest): Promise<TrueCell[]>;
  close(): Promise<void>;
}

export const keyOf = ({ columns }: ReadTable["meta"], row: Record<string, unknown>): string =>
  JSON.stringify(columns.flatMap(({ name, role }) => (role === "by" || role === "time" ? [row[name]] : [])));

/** The same persons as in a small workspace, each with a code of their own in a column that no figure here looks at. */
export async function membersOf(participants: number, of: string): Promise<Members> {
  const codes: string[] = [];
  const workspace = await smallWorkspace(participants, {
    of,
    change: async (folder) => void codes.push(...(await number(folder))),
  });
  const { desk } = await openDesk(await openWorkspace(workspace.folder), { room: "steering", product: "" });
  const ask = async (scope: Scope, figure: FigureRequest, wanted?: string[]) => {
    const selection = { ...scope.selection, ...(wanted && { target_group: wanted }) };
    const table = readTable(await answerFigure(desk, { ...scope, selection }, figure));
    if (table.meta.fault) throw new Error(`${JSON.stringify(figure)}: ${table.meta.fault.message.en}`);
    return { table, byKey: new Map(rowsOf(table).map((row) => [keyOf(table.meta, row), row])) };
  };
  const everybody = [...codes, nobodyInParticular];
  const found = new Map<string, Promise<TrueCell[]>>();
  async function learn(scope: Scope, figure: FigureRequest): Promise<TrueCell[]> {
    const { table, byKey } = await ask(scope, figure);
    const counts = countsOf(table.meta.columns);
    const cells = [...byKey].flatMap(([row, values]) =>
      counts.map(
        ({ name, role }): TrueCell => ({
          row,
          column: name,
          role: role as TrueCell["role"],
          count: Number(values[name]),
          of: new Int32Array(codes.length),
        }),
      ),
    );
    await Promise.all(
      codes.map(async (code, person) => {
        const without = await ask(
          scope,
          figure,
          everybody.filter((each) => each !== code),
        );
        const isGone = [...byKey.keys()].some((key) => !without.byKey.has(key));
        const alone = isGone ? await ask(scope, figure, [code]) : undefined;
        for (const { row, column, count, of } of cells) {
          const rest = without.byKey.get(row);
          of[person] = rest ? count - Number(rest[column]) : Number(alone?.byKey.get(row)?.[column] ?? 0);
        }
      }),
    );
    return cells;
  }
  return {
    persons: codes.length,
    cells(scope, figure) {
      const key = JSON.stringify([scope, figure]);
      const learnt = found.get(key) ?? learn(scope, figure);
      found.set(key, learnt);
      return learnt;
    },
    async close() {
      await desk.session.close();
      await workspace.close();
    },
  };
}

/** What those have of whom nothing is known, such as who answered without a name. */
const nobodyInParticular = "U";

/** Writes a code of their own for each person, and says which they are. */
async function number(folder: string): Promise<string[]> {
  const file = join(folder, "enrolment.csv");
  const [header, ...lines] = (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const [person, column] = ["participant", "target_group"].map((name) => header!.indexOf(name)) as [number, number];
  const persons = [...new Set(lines.map((line) => line[person]!))];
  for (const line of lines) line[column] = `person_${persons.indexOf(line[person]!)}`;
  await writeFile(file, `${[header!, ...lines].map((line) => line.join(",")).join("\n")}\n`);
  return persons.map((_, at) => `person_${at}`);
}
