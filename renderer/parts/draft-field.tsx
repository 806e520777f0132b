import { type ReactNode, useId } from "react";
import type { Json, Problem } from "../../electron/contract.ts";
import { jsonPath, type Path, readAt } from "../definition-draft.ts";
import type { DraftEditing } from "../use-draft.ts";
import { useWording } from "../workbench.tsx";

export interface DraftFieldProps {
  editing: DraftEditing;
  path: Path;
  label: string;
  hint?: string;
  problems: readonly Problem[];
}

interface FieldProps extends DraftFieldProps {
  children(control: { id: string; "aria-invalid"?: true; "aria-describedby"?: string }): ReactNode;
}

/** A field of the form with its name, what it means, and what the engine has to say about it. */
export function Field({ path, label, hint, problems, children }: FieldProps) {
  const { say } = useWording();
  const id = useId();
  const own = problems.filter(({ where }) => where === jsonPath(path));
  const describedBy = [hint === undefined ? "" : `${id}-hint`, own.length === 0 ? "" : `${id}-problem`].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(own.length > 0 ? { "aria-invalid": true } : {}),
        ...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {}),
      })}
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {own.length === 0 ? null : (
        <small id={`${id}-problem`} className="field-problem">
          {own.map(({ message }) => say(message)).join(" ")}
        </small>
      )}
    </div>
  );
}

export function TextField({ lines = 1, readOnly, ...props }: DraftFieldProps & { lines?: number; readOnly?: boolean }) {
  const { editing, path } = props;
  const value = String(readAt(editing.draft, path) ?? "");
  const common = {
    value,
    readOnly,
    onChange: (event: { target: { value: string } }) => editing.set(path, event.target.value),
  };
  return (
    <Field {...props}>
      {(control) =>
        lines > 1 ? <textarea {...control} {...common} rows={lines} /> : <input {...control} {...common} />
      }
    </Field>
  );
}

/** A whole number. What is no number stays as it was typed, so that the engine can say what is wrong; empty is `empty`. */
export function NumberField({ empty, ...props }: DraftFieldProps & { empty: Json | undefined }) {
  const { editing, path } = props;
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          size={6}
          value={String(readAt(editing.draft, path) ?? "")}
          onChange={({ target: { value } }) => editing.set(path, numberOrText(value, empty))}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps extends DraftFieldProps {
  choices: readonly { value: string; title: string }[];
  chosen: string;
  onChoose(value: string): void;
}

export function ChoiceField({ choices, chosen, onChoose, ...props }: ChoiceFieldProps) {
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} value={chosen} onChange={({ target: { value } }) => onChoose(value)}>
          {choices.some(({ value }) => value === chosen) ? null : <option value={chosen}>{chosen}</option>}
          {choices.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function numberOrText(text: string, empty: Json | undefined): Json | undefined {
  if (text.trim() === "") return empty;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
