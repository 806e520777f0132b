import type { Estimate } from "../estimate.ts";
import { capitalised, numberWords } from "../number-words.ts";
import type { Wording } from "../wording.ts";

/** What the list says at once, and what it has to add. */
export interface ListHeadline {
  title: string;
  lede: string;
}

/** How much can be measured and how it went: `Sex av tio indikatorer går att mäta. Inget av sex mål är nått.` */
export function listHeadline(estimates: readonly Estimate[], { t, language, format }: Wording): ListHeadline {
  const measured = estimates.filter(({ state }) => state === "shown" || state === "hidden").length;
  const [some = "", all = ""] = numberWords([measured, estimates.length], language, "common");
  const first =
    measured === estimates.length
      ? t("indicators.headline_all", { all, count: measured })
      : t("indicators.headline", { some: capitalised(some), all, count: estimates.length });
  const judged = estimates
    .filter(({ state }) => state !== "hidden")
    .flatMap(({ row }) => row.targets)
    .map((target) => target.attained ?? "untested");
  const hidden = hiddenWords(estimates, { t, language });
  if (judged.length === 0 && hidden !== "") return { title: first, lede: hidden };
  if (judged.length === 0) return { title: `${first} ${t("indicators.headline_no_targets")}`, lede: "" };
  if (judged.length === 1) return { title: `${first} ${t(`indicators.only_${judged[0]}`)}`, lede: hidden };
  const count = (attained: string) => judged.filter((each) => each === attained).length;
  const [yes = "", targets = ""] = numberWords([count("yes"), judged.length], language);
  const reached = t("indicators.headline_reached", { yes: capitalised(yes), targets, count: count("yes") });
  const others = (["no", "undecided", "untested"] as const)
    .filter((attained) => count(attained) > 0)
    .map((attained) => {
      const [number = ""] = numberWords([count(attained)], language);
      return t(`indicators.others_${attained}`, { number, count: count(attained) });
    });
  return {
    title: `${first} ${reached}`,
    lede: [others.length === 0 ? "" : `${capitalised(format.list(others))}.`, hidden].filter(Boolean).join(" "),
  };
}

/** How many estimates are hidden, whose targets are then not judged here. */
function hiddenWords(estimates: readonly Estimate[], { t, language }: Pick<Wording, "t" | "language">): string {
  const hidden = estimates.filter(({ state }) => state === "hidden").length;
  if (hidden === 0) return "";
  const [number = ""] = numberWords([hidden], language, "common");
  return t("indicators.hidden", { number: capitalised(number), count: hidden });
}
