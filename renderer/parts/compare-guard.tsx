import { CircleAlert } from "lucide-react";
import type { Caution } from "../../electron/contract.ts";
import type { ComparedRow } from "../charts/comparison-rows.ts";
import { useWording } from "../workbench.tsx";

interface CompareGuardProps {
  cautions: readonly Caution[];
  units: readonly ComparedRow[];
}

/** What must not be compared, or only with care, and what to do instead. Empty where all is alike. */
export function CompareGuard({ cautions, units }: CompareGuardProps) {
  const { t, say, format } = useWording();
  const unlike = units.filter(({ modesUnlike }) => modesUnlike);
  if (cautions.length === 0 && unlike.length === 0) return null;
  return (
    <div className="notice compare-guard" role="note">
      <CircleAlert aria-hidden />
      <div>
        {cautions.map(({ code, blocks, message }) => (
          <p key={code}>
            {blocks ? <b>{t("compare.blocked")} </b> : null}
            {say(message)}
          </p>
        ))}
        {unlike.length === 0 ? null : (
          <p>
            {t("compare.modes_unlike", { count: unlike.length, names: format.list(unlike.map(({ label }) => label)) })}
          </p>
        )}
      </div>
    </div>
  );
}
