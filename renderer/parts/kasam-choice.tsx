import { useWorkbench } from "../workbench.tsx";

interface KasamChoiceProps {
  /** As the address keeps it. */
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; words: string }[];
}

/** A choice of the page. It stands in the address, so that a copied address shows the same. */
export function KasamChoice({ name, label, value, options }: KasamChoiceProps) {
  const { address, go } = useWorkbench();
  return (
    <label className="kasam-choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => go({ ...address, params: { ...address.params, [name]: event.target.value } }, "replace")}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}
