import type { ScaleEntry } from "../../electron/contract.ts";
import { KasamChoice } from "../parts/kasam-choice.tsx";
import { rowsOf } from "../table.ts";
import { useWorkbench } from "../workbench.tsx";
import { type KasamChoices, missingRules } from "./kasam-choices.ts";
import type { KasamFigures } from "./kasam-headline.ts";

interface KasamSettingsProps {
  choices: KasamChoices;
  scale: ScaleEntry;
  answered: readonly ScaleEntry[];
  figures: KasamFigures;
}

/** Which scale is looked at, and by which rules. What leaves nothing to choose is not asked. */
export function KasamSettings({ choices, scale, answered, figures }: KasamSettingsProps) {
  const { wording } = useWorkbench();
  const { t, say, code } = wording;
  const { score } = figures;
  const rows = rowsOf(score);
  const waves = [...new Set(rows.map(({ wave }) => String(wave)))].map((value) => ({
    value,
    words: code("wave", value),
  }));
  return (
    <div className="kasam-settings">
      {answered.length < 2 ? null : (
        <KasamChoice
          name="scale"
          label={t("kasam.scale")}
          value={scale.name}
          options={answered.map(({ name, title }) => ({ value: name, words: say(title) }))}
        />
      )}
      {waves.length < 3 ? null : (
        <>
          <KasamChoice name="from" label={t("kasam.from")} value={choices.from} options={waves} />
          <KasamChoice name="to" label={t("kasam.to")} value={choices.to} options={waves} />
        </>
      )}
      <KasamChoice
        name="missing"
        label={t("kasam.missing")}
        value={choices.missing}
        options={missingRules.map((value) => ({ value, words: code("missing_rule", value) }))}
      />
      <p className="definition">{say(scale.description)}</p>
    </div>
  );
}
