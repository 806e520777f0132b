import { Trash2 } from "lucide-react";
import { Button } from "react-aria-components/Button";
import type { Problem } from "../../electron/contract.ts";
import { type Draft, isObject } from "../definition-draft.ts";
import { inUnit, targetUnits } from "../draft-targets.ts";
import type { DraftEditing } from "../use-draft.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";
import { AmountField } from "./draft-amount-field.tsx";
import { ChoiceField, TextField } from "./draft-field.tsx";

interface DraftTargetProps {
  editing: DraftEditing;
  problems: readonly Problem[];
  target: Draft;
  /** Its place in the draft's list, from 0. */
  place: number;
  onRemove(): void;
}

const comparators = { ">=": "at_least", "=": "equal", "<=": "at_most" };

/** One target: how much, of whom, and who says so. */
export function DraftTarget({ editing, problems, target, place, onRemove }: DraftTargetProps) {
  const { catalog, scope: page, wording } = useWorkbench();
  const { t, code, say } = wording;
  const scope = isObject(target.scope) ? target.scope : {};
  const unit = String(target.unit ?? "");
  const units = targetUnits(editing.draft.kind);
  const field = (name: string, ...path: string[]) => ({
    editing,
    problems,
    path: ["targets", place, ...(path.length === 0 ? [name] : path)],
    label: t(`edit.target_${name}`),
  });
  const scoped = (column: string, codes: readonly { value: string; title: string }[]) => (
    <ChoiceField
      {...field(column, "scope", column)}
      choices={[{ value: "", title: t("edit.target_everybody") }, ...codes]}
      chosen={String(scope[column] ?? "")}
      onChoose={(value) => editing.set(["targets", place, "scope", column], value === "" ? undefined : value)}
    />
  );
  const limits = otherLimits(target, scope, wording);
  return (
    <fieldset className="draft-target">
      <legend>{t("edit.target", { number: place + 1 })}</legend>
      <ChoiceField
        {...field("comparator")}
        choices={Object.entries(comparators).map(([value, name]) => ({ value, title: t(`edit.target_${name}`) }))}
        chosen={String(target.comparator ?? "")}
        onChoose={(value) => editing.set(["targets", place, "comparator"], value)}
      />
      <AmountField {...field("value")} label={t(`edit.target_value_${unit}`)} isShare={unit === "share"} />
      {units.length === 1 && units[0] === unit ? null : (
        <ChoiceField
          {...field("unit")}
          choices={units.map((value) => ({ value, title: t(`edit.target_unit_${value}`) }))}
          chosen={unit}
          onChoose={(value) => editing.set(["targets", place], inUnit(target, value))}
        />
      )}
      {scoped(
        "municipality",
        (page.programme?.municipalities ?? []).map((value) => ({ value, title: code("municipality", value) })),
      )}
      {scoped(
        "sex",
        (catalog.codes.sex ?? []).map((each) => ({ value: each.code, title: say(each.title) })),
      )}
      <TextField {...field("source")} lines={2} hint={t("edit.target_source_hint")} />
      {limits === "" ? null : <small className="hint">{t("edit.target_limits", { limits })}</small>}
      <Button className="button" onPress={onRemove}>
        <Trash2 aria-hidden />
        {t("edit.target_remove", { number: place + 1 })}
      </Button>
    </fieldset>
  );
}

/** What else limits the target, which only the JSON can change. */
function otherLimits(target: Draft, scope: Draft, { t, code, format }: Wording): string {
  const columns = ["age_band", "foreign_born"].flatMap((column) => {
    const value = scope[column];
    const list = column === "foreign_born" ? "yes_no" : column;
    return typeof value === "string" ? `${t(`breakdown.${column}`)}: ${code(list, value)}` : [];
  });
  const days = (["valid_from", "valid_to"] as const).flatMap((end) => {
    const day = target[end];
    return typeof day === "string" ? t(`edit.target_${end}`, { day: format.date(day) }) : [];
  });
  return [...columns, ...days].join(", ");
}
