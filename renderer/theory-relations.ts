import type { Theory, TheoryNode } from "../electron/contract.ts";
import type { Wording } from "./wording.ts";

/** `Matas av A och B. Leder till C.` */
export function relationWords({ nodes, edges }: Theory, node: TheoryNode, { t, say, format }: Wording): string {
  const titles = (ids: string[]) =>
    format.list(nodes.filter(({ id }) => ids.includes(id)).map(({ title }) => say(title)));
  const from = titles(edges.filter(({ to }) => to === node.id).map((edge) => edge.from));
  const to = titles(edges.filter(({ from }) => from === node.id).map((edge) => edge.to));
  return [from === "" ? "" : t("theory.fed_by", { from }), to === "" ? "" : t("theory.feeds", { to })]
    .filter(Boolean)
    .join(" ");
}
