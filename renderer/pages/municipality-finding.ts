import type { ComparedRow } from "../charts/comparison-rows.ts";
import { measureWords } from "../estimate.ts";
import type { Wording } from "../wording.ts";
import type { Finding } from "./municipalities-finding.ts";

/** What came of one municipality, by the programme's first measure: `Kil. Avslutade till arbete: 5 av 8, mot 57 % i hela programmet.` */
export function municipalityFinding(
  name: string,
  title: string,
  row: ComparedRow | undefined,
  wording: Wording,
): Finding {
  const { t, format } = wording;
  if (row === undefined || (row.estimate === null && row.state !== "hidden")) {
    return { title: t("municipality.nobody", { name, title }), lede: "" };
  }
  if (row.state === "hidden")
    return { title: t("municipality.hidden", { name, title }), lede: t("municipality.hidden_lede") };
  const value =
    row.share && row.count !== null && row.base !== null
      ? format.outOf(row.count, row.base)
      : measureWords(row.estimate ?? 0, row, wording);
  return {
    title:
      row.programme === null
        ? t("municipality.finding_alone", { name, title, value })
        : t("municipality.finding", { name, title, value, programme: measureWords(row.programme, row, wording) }),
    lede: [verdict(row, wording), row.tooFew || !row.lowPrecision ? "" : t("municipality.uncertain")]
      .filter(Boolean)
      .join(" "),
  };
}

function verdict({ tooFew, modesUnlike, difference, comparisonHidden }: ComparedRow, { t }: Wording): string {
  if (comparisonHidden) return t("municipality.compared_hidden");
  if (tooFew) return t("municipality.too_few");
  if (modesUnlike) return t("municipality.modes_unlike");
  if (difference === null) return "";
  const isSure = (difference.pAdjusted ?? 1) < 0.05;
  return t(isSure ? "municipality.differs" : "municipality.differs_not");
}
