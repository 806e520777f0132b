import { useState } from "react";
import { readAt } from "../definition-draft.ts";
import { readAmount, writeAmount } from "../draft-targets.ts";
import { useWording } from "../workbench.tsx";
import { type DraftFieldProps, Field } from "./draft-field.tsx";

/** A number that may have decimals; a share is written in per cent and kept as a fraction. */
export function AmountField({ isShare, ...props }: DraftFieldProps & { isShare: boolean }) {
  const { language } = useWording();
  const { editing, path } = props;
  // What was typed, as long as it means what the draft says: `62,` is on its way to `62,5`.
  const [typed, setTyped] = useState("");
  const value = readAt(editing.draft, path);
  const text = readAmount(typed, isShare) === value ? typed : writeAmount(value, isShare, language);
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          size={8}
          value={text}
          onChange={(event) => {
            setTyped(event.target.value);
            editing.set(path, readAmount(event.target.value, isShare));
          }}
        />
      )}
    </Field>
  );
}
