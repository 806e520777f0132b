import { useEffect, useId, useState } from "react";
import { readNumber } from "../pages/kasam-choices.ts";
import { useWorkbench } from "../workbench.tsx";

interface KasamNumberProps {
  /** As the address keeps it. */
  name: string;
  label: string;
  /** What holds where nothing is written; null where that is not known. */
  standard: number | null;
  /** The greatest number that makes sense; the least is nought. */
  most?: number;
}

/** A number that a figure rests on, to be changed. It applies when the field is left or Enter is pressed. */
export function KasamNumber({ name, label, standard, most = Number.POSITIVE_INFINITY }: KasamNumberProps) {
  const { address, go, wording } = useWorkbench();
  const { t, format } = wording;
  const errorId = useId();
  const addressed = address.params[name] ?? "";
  const [text, setText] = useState(addressed);
  useEffect(() => setText(addressed), [addressed]);
  const number = readNumber(text);
  const isWrong = text.trim() !== "" && (number === null || number < 0 || number > most);
  const apply = () => {
    if (isWrong || text === addressed) return;
    const { [name]: _, ...rest } = address.params;
    go({ ...address, params: text.trim() === "" ? rest : { ...rest, [name]: text.trim() } }, "replace");
  };
  return (
    <label className="kasam-choice">
      <span>{label}</span>
      <input
        value={text}
        placeholder={standard === null ? "" : format.decimal(standard, 2)}
        inputMode="decimal"
        size={6}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? errorId : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === "Enter" && apply()}
      />
      {isWrong ? (
        <small id={errorId} className="param-error">
          {most === 1 ? t("kasam.wrong_fraction") : t("kasam.wrong_number")}
        </small>
      ) : null}
    </label>
  );
}
