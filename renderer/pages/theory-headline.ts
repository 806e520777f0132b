import type { TheoryNode } from "../../electron/contract.ts";
import { capitalised, numberWords } from "../number-words.ts";
import type { Evidence } from "../theory-evidence.ts";
import { isClaim } from "../theory-graph.ts";
import type { Wording } from "../wording.ts";

/** How many of the claimed effects something shows: `Sju av tolv led har underlag. Fem påståenden står utan.` */
export function theoryHeadline(
  nodes: readonly TheoryNode[],
  evidence: ReadonlyMap<string, Evidence>,
  { t, language }: Wording,
): string {
  const claims = nodes.filter(isClaim);
  const shown = claims.filter(({ id }) => evidence.get(id)?.state === "measured").length;
  const without = claims.length - shown;
  const [some = "", all = "", rest = ""] = numberWords([shown, claims.length, without], language);
  const first = t("theory.headline", { some: capitalised(some), all, count: shown });
  if (without === 0) return first;
  return `${first} ${t("theory.headline_without", { rest: capitalised(rest), count: without })}`;
}
