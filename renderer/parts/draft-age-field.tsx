import type { Json } from "../../electron/contract.ts";
import { jsonPath, readAt } from "../definition-draft.ts";
import { useWording } from "../workbench.tsx";
import { type DraftFieldProps, numberOrText } from "./draft-field.tsx";

/** From which age to which, both included; both empty means any age. */
export function AgeField({ editing, path, label, hint, problems }: DraftFieldProps) {
  const { t, say } = useWording();
  const age = readAt(editing.draft, path);
  const [from = null, to = null] = Array.isArray(age) ? age : [];
  const own = problems.filter(({ where }) => where?.startsWith(jsonPath(path)));
  const set = (ends: [Json, Json]) => editing.set(path, ends.every((end) => end === null) ? undefined : ends);
  return (
    <fieldset className="field age-field" aria-invalid={own.length > 0 || undefined}>
      <legend>{label}</legend>
      <label>
        {t("edit.age_from")}
        <input
          inputMode="numeric"
          size={4}
          value={String(from ?? "")}
          onChange={({ target: { value } }) => set([numberOrText(value, null) ?? null, to])}
        />
      </label>
      <label>
        {t("edit.age_to")}
        <input
          inputMode="numeric"
          size={4}
          value={String(to ?? "")}
          onChange={({ target: { value } }) => set([from, numberOrText(value, null) ?? null])}
        />
      </label>
      {hint === undefined ? null : <small className="hint">{hint}</small>}
      {own.length === 0 ? null : (
        <small className="field-problem">{own.map(({ message }) => say(message)).join(" ")}</small>
      )}
    </fieldset>
  );
}
