import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "react-aria-components/Button";
import type { Problem } from "../../electron/contract.ts";
import { draftTargets, newTarget } from "../draft-targets.ts";
import type { DraftEditing } from "../use-draft.ts";
import { useWording } from "../workbench.tsx";
import { DraftTarget } from "./draft-target.tsx";

interface DraftTargetsProps {
  editing: DraftEditing;
  problems: readonly Problem[];
}

/** What the indicator itself is to be held against, beside what a programme has promised for it. */
export function DraftTargets({ editing, problems }: DraftTargetsProps) {
  const { t } = useWording();
  const adding = useRef<HTMLButtonElement>(null);
  const { draft, set } = editing;
  const targets = draftTargets(draft);
  const remove = (place: number) => {
    set(["targets", place], undefined);
    // The button that was pressed is gone, and the keyboard must not be lost with it.
    adding.current?.focus();
  };
  return (
    <fieldset className="draft-targets">
      <legend>{t("edit.targets")}</legend>
      <small className="hint">{t(targets.length === 0 ? "edit.targets_none" : "edit.targets_hint")}</small>
      {targets.map((target, place) => (
        <DraftTarget
          // biome-ignore lint/suspicious/noArrayIndexKey: a target has no name; its place is what the draft knows it by.
          key={place}
          editing={editing}
          problems={problems}
          target={target}
          place={place}
          onRemove={() => remove(place)}
        />
      ))}
      <Button ref={adding} className="button" onPress={() => set(["targets"], [...targets, newTarget(draft.kind)])}>
        <Plus aria-hidden />
        {t("edit.target_add")}
      </Button>
    </fieldset>
  );
}
