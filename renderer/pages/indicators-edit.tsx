import type { IndicatorEntry } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

export function IndicatorEditor({ indicator }: { indicator: IndicatorEntry }) {
  const { say } = useWording();
  return (
    <div className="page">
      <h1>{say(indicator.title)}</h1>
    </div>
  );
}
