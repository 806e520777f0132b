import { useWording } from "../workbench.tsx";

const sizes = [3, 5, 10];

export const usualColumns = ["municipality", "sex", "age_band", "foreign_born", "inflow_route"];
const moreColumns = ["start_month", "education", "disability"];

interface RiskChoicesProps {
  k: number;
  onK(k: number): void;
  columns: readonly string[];
  onColumns(columns: string[]): void;
}

/** What an acquaintance may know of a person, and how many others a person should be hidden among. */
export function RiskChoices({ k, onK, columns, onColumns }: RiskChoicesProps) {
  const { t, code } = useWording();
  const all = [...usualColumns, ...moreColumns];
  const toggled = (name: string) => all.filter((each) => columns.includes(each) !== (each === name));
  return (
    <div className="risk-choices">
      <fieldset className="switch">
        <legend className="hidden-visually">{t("risk.columns")}</legend>
        {all.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={columns.includes(name)}
            disabled={columns.length === 1 && columns.includes(name)}
            onClick={() => onColumns(toggled(name))}
          >
            {code("column", name)}
          </button>
        ))}
      </fieldset>
      <fieldset className="switch">
        <legend className="hidden-visually">{t("risk.k")}</legend>
        {sizes.map((size) => (
          <button key={size} type="button" aria-pressed={size === k} onClick={() => onK(size)}>
            {t("risk.k_is", { k: size })}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
