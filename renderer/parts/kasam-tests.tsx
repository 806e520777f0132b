import type { ReactNode } from "react";
import { numeric } from "../charts/chart.ts";
import { totalRow } from "../pages/kasam-headline.ts";
import { signed } from "../signed.ts";
import { type Figure, isHidden } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";

/** Tests and effect sizes of the total's change, each with its own name: whoever reads one knows which it is. */
export function KasamTests({ figure }: { figure: Figure }) {
  const { wording } = useWorkbench();
  const { t, format, glyph } = wording;
  const row = totalRow(figure);
  if (row === undefined) return null;
  const number = (column: string, digits = 2) => {
    if (isHidden(row, column)) return glyph;
    const value = numeric(row[column]);
    return value === null ? "–" : format.decimal(value, digits);
  };
  const p = (column: string) => {
    if (isHidden(row, column)) return glyph;
    const value = numeric(row[column]);
    return value === null ? "–" : value < 0.001 ? `< ${format.decimal(0.001, 3)}` : format.decimal(value, 3);
  };
  const between = (lower: string, upper: string) => {
    const [from, to] = [lower, upper].map((column) => {
      const value = numeric(row[column]);
      return isHidden(row, column) ? glyph : value === null ? "–" : signed(value, format);
    });
    return t("kasam.between", { from, to });
  };
  const lines: [string, ReactNode][] = [
    [t("kasam.test_t"), `t(${number("df", 0)}) = ${number("t")}, p ${equals(p("p"))}`],
    [t("kasam.test_wilcoxon"), `V = ${number("wilcoxon_v", 1)}, p ${equals(p("wilcoxon_p"))}`],
    [t("kasam.test_hodges_lehmann"), `${number("hodges_lehmann", 1)} (${between("hl_lower", "hl_upper")})`],
    [t("kasam.test_dz"), number("dz")],
    [t("kasam.test_g"), number("g")],
    [t("kasam.test_dav"), number("dav")],
    [t("kasam.test_r"), number("r")],
    [t("kasam.test_sd"), number("sd", 1)],
  ];
  return (
    <dl className="kasam-tests">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function equals(p: string): string {
  return p.startsWith("<") ? p : `= ${p}`;
}
