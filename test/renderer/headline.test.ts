import { describe, expect, it } from "vitest";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { definitionRules, overviewHeadline } from "../../renderer/pages/overview-headline.ts";
import { type Column, figure } from "./figures.ts";
import { wordingFor } from "./wording.ts";

const sv = wordingFor("sv", { municipality: [{ code: "1", title: { sv: "Norrby", en: "Norrby" } }] });
const indicator = { kind: "share", denominator: "exited" } as IndicatorEntry;
const columns: Column[] = [
  { name: "n", type: "integer", role: "base" },
  { name: "k", type: "integer", role: "count" },
  { name: "estimate", type: "double", role: "share", of: { count: "k", base: "n" } },
  { name: "lower", type: "double", role: "interval" },
  { name: "upper", type: "double", role: "interval" },
  { name: "targets", type: "varchar" },
];
const title = { sv: "Till arbete", en: "To work" };
const said = (text: string | undefined) => text?.replaceAll("\u00a0", " ").replaceAll("\u2060", "");
const share = (k: number, n: number, targets: unknown[] = [], sentence?: string) =>
  figure(columns, [[n, k, n === 0 ? null : k / n, 0.47, 0.77, JSON.stringify(targets)]], {
    title,
    ...(sentence === undefined ? {} : { sentence: { sv: sentence, en: sentence } }),
  });

describe("the headline", () => {
  const sentence = "Av de 38 personerna gick 24 till arbete. Varje person räknas en gång.";

  it("is the definition's first sentence, and the same among all enrolled", () => {
    const headline = overviewHeadline({ own: share(24, 38, [], sentence), enrolled: share(25, 64) }, indicator, sv);
    expect(headline?.title).toBe("Av de 38 personerna gick 24 till arbete. Räknat på alla 64 inskrivna är det 25.");
    expect(definitionRules(share(24, 38, [], sentence).meta, sv)).toBe("Varje person räknas en gång.");
  });

  it("says nothing twice: where everybody has left there is one base", () => {
    const headline = overviewHeadline({ own: share(24, 38, [], sentence), enrolled: share(24, 38) }, indicator, sv);
    expect(headline).toEqual({ title: "Av de 38 personerna gick 24 till arbete.", lede: "" });
  });

  it("stays short where the definition is long", () => {
    const own = share(24, 38, [], `Av de 38 personerna ${"som på något sätt ".repeat(12)} gick 24 till arbete.`);
    expect(overviewHeadline({ own }, indicator, sv)?.title).toBe("Till arbete: 24 av 38.");
  });

  it("puts targets with the same verdict in one sentence, and names whose they are", () => {
    const own = share(24, 38, [
      { value: 0.6, unit: "share", attained: "undecided", scope: {} },
      { value: 0.5, unit: "share", attained: "undecided", scope: { municipality: "1" } },
      { value: 0.4, unit: "share", attained: "yes", scope: {} },
    ]);
    expect(said(overviewHeadline({ own }, indicator, sv)?.lede)).toBe(
      "Programmets mål 40 % är nått: hela osäkerheten, 47–77 %, ligger på rätt sida. " +
        "Programmets mål 60 % och mål 50 % (Norrby) ryms i osäkerheten, 47–77 %: om de är nådda går inte att avgöra.",
    );
  });

  it("is awaited until its figure is there, and says when there is nobody to count", () => {
    expect(overviewHeadline({}, indicator, sv)).toBeUndefined();
    expect(overviewHeadline({ own: share(0, 0) }, indicator, sv)?.title).toBe("Till arbete: ingen att räkna på.");
  });
});
