import type { Wording } from "../wording.ts";
import type { Bin, SideName } from "./mirror-bins.ts";

/** The first and last period, and on each side the most, among those that are shown. */
export function mirrorSummary(
  bins: readonly Bin[],
  names: { up: string; down: string },
  { format, t }: Wording,
): string {
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return t("summary.no_rows");
  const side = (key: SideName) => {
    const shown = bins.filter((bin) => bin[key].state !== "hidden");
    const hidden = bins.length - shown.length;
    const peak = shown.reduce<Bin | undefined>(
      (most, bin) => (most === undefined || bin[key].count > most[key].count ? bin : most),
      undefined,
    );
    const said =
      peak === undefined
        ? ""
        : t(hidden === 0 ? "summary.peak" : "summary.peak_shown", {
            name: names[key],
            count: format.count(peak[key].count),
            month: format.month(peak.from),
          });
    return hidden === 0
      ? said
      : [said, t("summary.periods_hidden", { name: names[key], count: hidden })].join(" ").trim();
  };
  return `${t("summary.period", { from: format.month(first.from), to: format.month(last.from) })} ${side("up")} ${side("down")}`;
}
