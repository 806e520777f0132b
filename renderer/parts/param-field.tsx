import { Check } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import type { ParamMeta } from "../../electron/contract.ts";
import { paramKind, readValue } from "../param-values.ts";
import { useWorkbench } from "../workbench.tsx";

interface ParamFieldProps {
  param: ParamMeta;
  /** Undefined while the default applies. */
  text: string | undefined;
  onText(text: string | undefined): void;
}

/** One parameter as a form field. Choices apply at once; what is typed, when the field is left or Enter is pressed. */
export function ParamField({ param, text, onText }: ParamFieldProps) {
  const { wording } = useWorkbench();
  const kind = paramKind(param);
  if (kind === "codes") return <CodesField param={param} text={text} onText={onText} />;
  const label = wording.say(param.label);
  return (
    <div className="param">
      {kind === "code" || kind === "boolean" ? (
        <ChoiceField label={label} param={param} text={text} onText={onText} />
      ) : (
        <TypedField label={label} param={param} text={text} onText={onText} />
      )}
    </div>
  );
}

function ChoiceField({ param, text, onText, label }: ParamFieldProps & { label: string }) {
  const { catalog, wording } = useWorkbench();
  const { t, say, code } = wording;
  const choices =
    paramKind(param) === "boolean"
      ? ["true", "false"].map((value) => ({ value, words: t(value === "true" ? "yes" : "no") }))
      : (catalog.codes[param.codes ?? ""] ?? []).map((entry) => ({ value: entry.code, words: say(entry.title) }));
  const standard = param.default === null ? t("params.none") : code(param.codes, String(param.default));
  return (
    <label>
      <span title={say(param.description)}>{label}</span>
      <select value={text ?? ""} onChange={(event) => onText(event.target.value || undefined)}>
        <option value="">{t("params.default", { value: standard })}</option>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function TypedField({ param, text, onText, label }: ParamFieldProps & { label: string }) {
  const { t, say } = useWorkbench().wording;
  const errorId = useId();
  const [draft, setDraft] = useState(text ?? "");
  useEffect(() => setDraft(text ?? ""), [text]);
  const kind = paramKind(param);
  const isWrong = draft.trim() !== "" && readValue(param, draft) === undefined;
  const apply = () => {
    if (!isWrong && draft !== (text ?? "")) onText(draft === "" ? undefined : draft);
  };
  const standard = param.default === null ? "" : String(param.default);
  return (
    <label>
      <span title={say(param.description)}>{label}</span>
      <input
        value={draft}
        placeholder={kind === "date" ? t("bar.cutoff_pattern") : standard}
        inputMode={kind === "number" ? "decimal" : undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? errorId : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === "Enter" && apply()}
      />
      {isWrong ? (
        <span id={errorId} className="param-error">
          {t(`params.wrong_${kind}`)}
        </span>
      ) : null}
    </label>
  );
}

function CodesField({ param, text, onText }: ParamFieldProps) {
  const { catalog, wording } = useWorkbench();
  const chosen = text === undefined ? [] : text.split(",");
  return (
    <CheckChoices
      label={wording.say(param.label)}
      choices={(catalog.codes[param.codes ?? ""] ?? []).map((entry) => ({
        value: entry.code,
        words: wording.say(entry.title),
      }))}
      chosen={chosen}
      onChoose={(codes) => onText(codes.length === 0 ? undefined : codes.join(","))}
    />
  );
}

interface CheckChoicesProps {
  label: string;
  choices: readonly { value: string; words: string }[];
  chosen: string[];
  onChoose(chosen: string[]): void;
}

/** Any number of choices. */
export function CheckChoices({ label, choices, chosen, onChoose }: CheckChoicesProps) {
  return (
    <CheckboxGroup className="param param-choices" value={chosen} onChange={onChoose}>
      <Label>{label}</Label>
      <div>
        {choices.map(({ value, words }) => (
          <Checkbox key={value} value={value} className="checkbox">
            <i aria-hidden>
              <Check />
            </i>
            {words}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
