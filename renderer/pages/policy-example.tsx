import { useWorkbench } from "../workbench.tsx";
import { type ExampleTable, exampleTable } from "./policy-example-table.ts";

const places = ["A", "B", "C"];

/** One table three times: with a small number, with that number hidden, and hidden so that it stays so. */
export function PolicyExample() {
  const { catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const table = exampleTable(catalog.policy.smallest_count);
  const small = table.counts[0]?.[0] ?? 0;
  const values = {
    small: format.count(small),
    total: format.count(table.columnTotals[0]),
    others: table.counts
      .slice(1)
      .map(([count]) => format.count(count))
      .join(" − "),
    low: format.count(table.interval.low),
    high: format.count(table.interval.high),
  };
  const steps = [[], [table.small], table.hidden];
  return (
    <section className="card full">
      <h2>{t("policy.example")}</h2>
      <p className="definition">{t("policy.example_means")}</p>
      <div className="policy-steps">
        {steps.map((hidden, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are three and never move.
          <Step key={at} number={at + 1} table={table} hidden={hidden} values={values} />
        ))}
      </div>
    </section>
  );
}

interface StepProps {
  number: number;
  table: ExampleTable;
  hidden: readonly (readonly [number, number])[];
  values: Record<string, string>;
}

function Step({ number, table, hidden, values }: StepProps) {
  const { t, glyph, format } = useWorkbench().wording;
  const cell = (row: number, column: number) => {
    const isHidden = hidden.some(([r, c]) => r === row && c === column);
    const isSmall = table.small[0] === row && table.small[1] === column;
    return (
      <td key={column} data-numeric data-small={isSmall || undefined} data-hidden={isHidden || undefined}>
        {isHidden ? (
          <>
            <span aria-hidden>{glyph}</span>
            <span className="hidden-visually">{t("suppression.state_hidden")}</span>
          </>
        ) : (
          format.count(table.counts[row]?.[column] ?? 0)
        )}
      </td>
    );
  };
  const total = (count: number | undefined) => <td data-numeric>{format.count(count ?? 0)}</td>;
  return (
    <figure className="policy-step">
      <table className="table">
        <caption>{t(`policy.step_${number}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("policy.place")}</th>
            <th scope="col" data-numeric>
              {t("policy.women")}
            </th>
            <th scope="col" data-numeric>
              {t("policy.men")}
            </th>
            <th scope="col" data-numeric>
              {t("policy.total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, row) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              {[0, 1].map((column) => cell(row, column))}
              {total(table.rowTotals[row])}
            </tr>
          ))}
          <tr className="policy-total">
            <th scope="row">{t("policy.total")}</th>
            {total(table.columnTotals[0])}
            {total(table.columnTotals[1])}
            {total(table.total)}
          </tr>
        </tbody>
      </table>
      <figcaption>{t(`policy.step_${number}_means`, values)}</figcaption>
    </figure>
  );
}
