import { CircleAlert } from "lucide-react";
import { Button } from "react-aria-components/Button";
import type { Fault } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

interface FaultNoticeProps {
  fault: Fault;
  /** What came of it, before why. */
  outcome?: string;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** What went wrong and what to do, and the database's own words for those who want them. */
export function FaultNotice({ fault, outcome, onRetry }: FaultNoticeProps) {
  const { say, t } = useWording();
  return (
    <div className="notice" role="alert">
      <CircleAlert aria-hidden />
      <div>
        <p>{[outcome, say(fault.message)].filter(Boolean).join(" ")}</p>
        {fault.detail === undefined ? null : (
          <details>
            <summary>{t("fault.detail")}</summary>
            <pre>{fault.detail}</pre>
          </details>
        )}
        {onRetry === undefined ? null : (
          <Button className="button" onPress={onRetry}>
            {t("fault.retry")}
          </Button>
        )}
      </div>
    </div>
  );
}
