import type { ComparedRow, ComparedWhole } from "../charts/comparison-rows.ts";
import { signed } from "../charts/difference.ts";
import { measureWords } from "../estimate.ts";
import { capitalised, numberWords } from "../number-words.ts";
import type { Wording } from "../wording.ts";

/** What the comparison found, in a sentence, and what to keep in mind about it. */
export interface Finding {
  title: string;
  lede: string;
}

/** With all questions asked at once, a difference that chance gives more seldom than this is called sure. */
const surely = 0.05;

/** The finding of a comparison; of what is hidden, that it is. `title` is the measure's. */
export function comparisonFinding(
  whole: ComparedWhole | undefined,
  units: readonly ComparedRow[],
  title: string,
  wording: Wording,
): Finding {
  const { t } = wording;
  if (units.length === 0) return { title: t("compare.nobody", { title }), lede: "" };
  if (units.length === 1) {
    return { title: t("compare.only_one", { name: units[0]?.label }), lede: t("compare.only_one_lede") };
  }
  if (whole === undefined) return { title: t("compare.scores", { title }), lede: t("compare.scores_lede") };
  if (whole.hidden) return { title: t("compare.hidden", { title }), lede: t("compare.hidden_lede") };
  const compared = units.filter(({ difference, modesUnlike }) => difference !== null && !modesUnlike);
  const lede = [wholeWords(whole, wording), ...remarks(whole, units, wording)].filter(Boolean).join(" ");
  if (compared.length === 0) return { title: t("compare.none_comparable", { title }), lede };
  const sure = compared.filter(({ difference }) => (difference?.pAdjusted ?? 1) < surely);
  return { title: sure.length === 0 ? noneWords(compared, units, wording) : sureWords(sure, wording), lede };
}

/** `Ingen av de sex kommunerna skiljer sig säkert från de övriga.` */
function noneWords(compared: readonly ComparedRow[], units: readonly ComparedRow[], wording: Wording): string {
  const { t, language, format } = wording;
  if (units.length === 2) return t("compare.two_alike", { names: format.list(units.map(({ label }) => label)) });
  const [number = ""] = numberWords([compared.length], language, "common");
  if (compared.length === 1) return t("compare.only_alike", { name: compared[0]?.label });
  return t(compared.length === units.length ? "compare.none_differs" : "compare.none_of_comparable", { number });
}

/** `Kil (−21) skiljer sig säkert från de övriga.` */
function sureWords(sure: readonly ComparedRow[], wording: Wording): string {
  const { t, format } = wording;
  const named = sure.map(({ label, difference, share }) =>
    t(share ? "compare.by_points" : "compare.by_units", {
      name: label,
      difference: signed(difference?.value ?? 0, share, wording),
    }),
  );
  return t("compare.differ", { count: sure.length, names: format.list(named) });
}

function wholeWords({ value, count, base, share }: ComparedWhole, wording: Wording): string {
  if (value === null) return "";
  const outOf =
    count === null || base === null ? "" : wording.t("summary.out_of", { outOf: wording.format.outOf(count, base) });
  return wording.t("compare.whole", { value: measureWords(value, { share }, wording), outOf: share ? outOf : "" });
}

/** What a reader must know before making something of it. */
function remarks({ compared, falseAlarm }: ComparedWhole, units: readonly ComparedRow[], wording: Wording): string[] {
  const { t, format, language } = wording;
  const names = (rows: readonly ComparedRow[]) =>
    rows.length > mostNames
      ? t("compare.so_many", { count: rows.length })
      : format.list(rows.map(({ label }) => label));
  const few = units.filter(({ tooFew }) => tooFew);
  const outside = units.filter(({ signal }) => signal === "outside_95" || signal === "outside_998");
  const [number = ""] = numberWords([compared ?? 0], language, "common");
  return [
    units.length === 2 ? t("compare.two") : "",
    (compared ?? 0) < 3 || falseAlarm === null
      ? ""
      : t("compare.false_alarm", {
          number,
          chance: falseAlarm > 0.995 ? t("compare.more_than", { value: format.share(0.99) }) : format.share(falseAlarm),
        }),
    outside.length === 0 ? "" : t("compare.outside", { count: outside.length, names: capitalised(names(outside)) }),
    few.length === 0 ? "" : t("compare.few", { count: few.length, names: capitalised(names(few)) }),
  ];
}

const mostNames = 8;
