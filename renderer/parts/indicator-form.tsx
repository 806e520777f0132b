import type { Problem } from "../../electron/contract.ts";
import { isObject, readAt } from "../definition-draft.ts";
import type { DraftEditing } from "../use-draft.ts";
import { useWording } from "../workbench.tsx";
import { AgeField } from "./draft-age-field.tsx";
import { CutoffField } from "./draft-cutoff-field.tsx";
import { ChoiceField, NumberField, TextField } from "./draft-field.tsx";
import { DraftTargets } from "./draft-targets.tsx";

interface IndicatorFormProps {
  editing: DraftEditing;
  problems: readonly Problem[];
  /** A shipped indicator's copy needs a name of its own; a version of one keeps its name. */
  isCopy: boolean;
}

const clocks = ["exit", "within_project", "after_exit", "after_project", "calendar_year"] as const;
const unknowns = ["not_reached", "excluded", "bounds"] as const;
const denominators = ["enrolled", "exited", "exited_known", "due", "reached", "respondents"] as const;
const persons = {
  once_last: { rule: "once", which: "last" },
  once_first: { rule: "once", which: "first" },
  once_any: { rule: "once", which: "any" },
  every_enrolment: { rule: "every_enrolment" },
};

/** The parts of a definition that a person changes most, in words; all others stand in the JSON beside. */
export function IndicatorForm({ editing, problems, isCopy }: IndicatorFormProps) {
  const { t, code } = useWording();
  const { draft, set } = editing;
  const field = (name: string, ...path: string[]) => ({
    editing,
    problems,
    path: path.length === 0 ? [name] : path,
    label: t(`edit.${name}`),
  });
  const kind = draft.kind;
  const clock = String(draft.clock ?? "exit");
  const ofUnits = kind === "share" || (kind === "count" && (draft.count === "persons" || draft.count === "enrolments"));
  const numerator = JSON.stringify(draft.numerator ?? null);
  const isAfter = clock === "after_exit" || clock === "after_project";
  const choices = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, title: t(`edit.${name}_${value}`) }));
  return (
    <div className="indicator-form">
      <fieldset>
        <legend>{t("edit.texts")}</legend>
        <TextField
          {...field("indicator")}
          readOnly={!isCopy}
          hint={t(isCopy ? "edit.indicator_hint" : "edit.indicator_kept")}
        />
        <TextField {...field("title_sv", "title", "sv")} />
        <TextField {...field("title_en", "title", "en")} />
        <TextField {...field("description_sv", "description", "sv")} lines={3} />
        <TextField {...field("description_en", "description", "en")} lines={3} />
      </fieldset>
      {kind === "milestone" ? null : (
        <fieldset>
          <legend>{t("edit.whom")}</legend>
          {ofUnits ? (
            <ChoiceField
              {...field("denominator")}
              choices={denominators.map((value) => ({ value, title: code("denominator", value) }))}
              chosen={String(draft.denominator ?? "enrolled")}
              onChoose={(value) => set(["denominator"], value)}
            />
          ) : null}
          <ChoiceField
            {...field("person")}
            choices={choices("person", Object.keys(persons))}
            chosen={personKey(readAt(draft, ["person", "rule"]), readAt(draft, ["person", "which"]))}
            onChoose={(value) => set(["person"], persons[value as keyof typeof persons])}
          />
          <AgeField {...field("age", "population", "age")} hint={t("edit.age_hint")} />
          <NumberField {...field("late_entry_days")} empty={0} hint={t("edit.late_entry_hint")} />
        </fieldset>
      )}
      <fieldset>
        <legend>{t("edit.when")}</legend>
        <CutoffField {...field("cutoff")} />
        {ofUnits ? (
          <ChoiceField
            {...field("clock")}
            choices={choices("clock", clocks)}
            chosen={clock}
            onChoose={(value) => set(["clock"], value)}
          />
        ) : null}
        {clock === "calendar_year" ? <NumberField {...field("year")} empty={null} /> : null}
        {isAfter || (clock === "exit" && numerator.includes('"outcome"')) ? (
          <NumberField {...field("horizon_days")} empty={null} hint={t("edit.horizon_hint")} />
        ) : null}
        {isAfter || numerator.includes('"followup"') ? (
          <NumberField {...field("window_days")} empty={undefined} hint={t("edit.window_hint")} />
        ) : null}
      </fieldset>
      {ofUnits && isObject(draft.numerator) ? (
        <fieldset>
          <legend>{t("edit.unknowns")}</legend>
          <ChoiceField
            {...field("unknown")}
            choices={choices("unknown", unknowns)}
            chosen={String(draft.unknown ?? "not_reached")}
            onChoose={(value) => set(["unknown"], value)}
          />
        </fieldset>
      ) : null}
      <DraftTargets editing={editing} problems={problems} />
    </div>
  );
}

function personKey(rule: unknown, which: unknown): string {
  return rule === "every_enrolment" ? "every_enrolment" : `once_${String(which ?? "last")}`;
}
