import { Check } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import type { LoadReport } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";
import { FindingList } from "./finding-list.tsx";

interface ConfirmationsProps {
  confirmations: LoadReport["confirmations"];
  onConfirm: ((codes: string[]) => void) | undefined;
}

/** Warnings that a person must look at before the package is let in: where, never what. */
export function Confirmations({ confirmations, onConfirm }: ConfirmationsProps) {
  const { t, say } = useWording();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const codes = confirmations.map(({ code }) => code);
  return (
    <div className="load-report-part confirmations">
      {confirmations.map(({ code, message, findings }) => (
        <section key={code} aria-label={say(message)}>
          <p>{say(message)}</p>
          <FindingList title={say(message)} findings={findings} />
          {onConfirm === undefined ? null : (
            <Checkbox
              className="checkbox"
              isSelected={confirmed.includes(code)}
              onChange={(chosen) =>
                setConfirmed((before) => (chosen ? [...before, code] : before.filter((other) => other !== code)))
              }
            >
              <i aria-hidden>
                <Check />
              </i>
              {t("report.confirm_one")}
            </Checkbox>
          )}
        </section>
      ))}
      {onConfirm === undefined ? null : (
        <Button
          className="button primary"
          isDisabled={codes.some((code) => !confirmed.includes(code))}
          onPress={() => onConfirm(codes)}
        >
          {t("report.confirm_load")}
        </Button>
      )}
    </div>
  );
}
