import { readAt } from "../definition-draft.ts";
import { useWorkbench } from "../workbench.tsx";
import { ChoiceField, type DraftFieldProps, TextField } from "./draft-field.tsx";

/** The extract's own day, one that reports have used, or any other. */
export function CutoffField(props: DraftFieldProps) {
  const { scope, wording } = useWorkbench();
  const { t, say, format } = wording;
  const { editing, path } = props;
  const cutoff = String(readAt(editing.draft, path) ?? "as_of");
  const named = scope.programme?.cutoffs ?? [];
  const isOther = cutoff !== "as_of" && !named.some(({ on }) => on === cutoff);
  return (
    <>
      <ChoiceField
        {...props}
        problems={[]}
        hint={t("edit.cutoff_hint")}
        choices={[
          { value: "as_of", title: t("edit.cutoff_as_of") },
          ...named.map(({ on, title }) => ({ value: on, title: `${format.date(on)}: ${say(title)}` })),
          { value: "other", title: t("bar.cutoff_other") },
        ]}
        chosen={isOther ? "other" : cutoff}
        onChoose={(value) => editing.set(path, value === "other" ? (scope.cutoff ?? "").replace(/-\d\d$/, "-") : value)}
      />
      {isOther ? <TextField {...props} label={t("bar.cutoff_other")} hint={t("bar.cutoff_pattern")} /> : null}
    </>
  );
}
