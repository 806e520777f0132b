import { Button } from "react-aria-components/Button";
import type { Progress } from "../../electron/contract.ts";
import type { Loading } from "../load-store.ts";
import type { Wording } from "../wording.ts";
import { useWording } from "../workbench.tsx";

interface LoadProgressProps {
  loading: Extract<Loading, { state: "handing" | "running" }>;
  cancel(): void;
}

/** How far a load has come: step, counts, time left, and a way out that leaves nothing behind. */
export function LoadProgress({ loading, cancel }: LoadProgressProps) {
  const wording = useWording();
  const { t, say } = wording;
  const { done, total, unit } = counts(loading);
  const step =
    loading.state === "handing"
      ? t("load.handing")
      : loading.progress.step === undefined
        ? t("load.waiting")
        : say(loading.progress.step);
  const seconds = loading.state === "running" ? loading.secondsLeft : undefined;
  return (
    <section className="card load-progress" aria-label={t("load.running", { name: loading.name })}>
      <h2>{t("load.running", { name: loading.name })}</h2>
      <progress aria-label={step} max={total} value={total === undefined ? undefined : done} />
      <p className="load-progress-line">
        <span role="status">{step}</span>
        <span>{total === undefined || done === undefined ? "" : amounts(done, total, unit, wording)}</span>
        <span>{seconds === undefined ? "" : timeLeft(seconds, wording)}</span>
        <Button className="button" onPress={cancel}>
          {t("load.cancel")}
        </Button>
      </p>
      <p className="definition">{t("load.cancel_means")}</p>
    </section>
  );
}

function counts(loading: LoadProgressProps["loading"]): Pick<Progress, "done" | "total" | "unit"> {
  return loading.state === "handing" ? { done: loading.done, total: loading.total, unit: "bytes" } : loading.progress;
}

function amounts(done: number, total: number, unit: Progress["unit"], { t, format }: Wording): string {
  if (unit !== "bytes")
    return t(`load.unit_${unit ?? "rows"}`, { done: format.count(done), total: format.count(total) });
  const size = total >= 1e9 ? 1e9 : total >= 1e6 ? 1e6 : 1e3;
  const name = { 1e9: "GB", 1e6: "MB", 1e3: "kB" }[size];
  return t("load.unit_bytes", { done: format.decimal(done / size), total: `${format.decimal(total / size)} ${name}` });
}

function timeLeft(seconds: number, { t, format }: Wording): string {
  return seconds < 90
    ? t("load.left_seconds", { seconds: format.count(seconds) })
    : t("load.left_minutes", { minutes: format.count(Math.round(seconds / 60)) });
}
