import { useId, useState } from "react";
import { type Draft, isObject } from "../definition-draft.ts";
import { useWording } from "../workbench.tsx";

interface JsonEditorProps {
  draft: Draft;
  onWrite(draft: Draft): void;
}

/** The draft as it will stand in its file. What is no JSON yet stays in the field and changes nothing. */
export function JsonEditor({ draft, onWrite }: JsonEditorProps) {
  const { t } = useWording();
  const id = useId();
  const [typed, setTyped] = useState<{ text: string; fault: string | null; of: Draft } | null>(null);
  // What was undone or changed in the form meanwhile wins over what was typed here before.
  const current = typed !== null && typed.of === draft ? typed : null;
  const text = current?.text ?? JSON.stringify(draft, null, 2);
  const write = (written: string) => {
    const parsed = parse(written);
    if (typeof parsed === "string") setTyped({ text: written, fault: parsed, of: draft });
    else {
      setTyped({ text: written, fault: null, of: parsed });
      onWrite(parsed);
    }
  };
  return (
    <div className="json-editor">
      <label htmlFor={id}>{t("edit.json")}</label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        aria-invalid={current?.fault != null || undefined}
        aria-describedby={`${id}-fault`}
        rows={14}
        onChange={({ target: { value } }) => write(value)}
        onBlur={() => current?.fault === null && setTyped(null)}
      />
      <p id={`${id}-fault`} className="field-problem" role="status">
        {current?.fault == null ? "" : t("edit.no_json", { fault: current.fault })}
      </p>
    </div>
  );
}

/** The object that the text holds, or the parser's words for why it holds none. */
function parse(text: string): Draft | string {
  try {
    const parsed = JSON.parse(text);
    return isObject(parsed) ? parsed : "{ }";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
