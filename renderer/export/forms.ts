import type { Catalog, ExportForm, TableMeta } from "../../electron/contract.ts";
import type { Wording } from "../wording.ts";

/** How a figure is taken out of the evaluator's room: as it is, or in a form that may be handed on. */
export type FileForm = "own" | ExportForm;

const protectedForms: readonly ExportForm[] = ["suppress", "round", "cell_key"];

/** The forms to choose from, the workspace's own choice first; none where there is no choice. */
export function fileForms({ room, policy }: Catalog): readonly FileForm[] {
  if (room === "steering") return [];
  return [policy.exports, ...protectedForms.filter((form) => form !== policy.exports), "own"];
}

/** Whether these rows are about groups, so that the engine has a protected form of them. */
export function hasForms({ kind, name }: Pick<TableMeta, "kind" | "name">, catalog: Catalog): boolean {
  if (kind !== "view") return kind === "indicator";
  const view = catalog.views.find((each) => each.name === name);
  if (view === undefined) return false;
  const counts = view.columns.some(({ role }) => role === "base" || role === "count");
  return view.about === "organisation" || (counts && view.params.some((param) => param.name === "selection"));
}

/** What a file says of how its numbers were protected. */
export function formNote({ changed, room }: TableMeta, { glyph, say, t }: Wording): string {
  if (changed !== undefined) return say(changed.message);
  return room === "steering" ? t("form.suppress_note", { glyph }) : t("form.own_note");
}
