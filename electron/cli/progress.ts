import { Presets, SingleBar } from "cli-progress";
import type { Host } from "../contract.ts";
import type { Terminal } from "./terminal.ts";

/** A bar on stderr, where that is a terminal; elsewhere nothing. */
export interface Bar {
  update(step: string, done: number, total: number): void;
  stop(): void;
}

export function createBar({ stderr, language }: Terminal): Bar {
  if (!stderr.isTTY) return { update: () => {}, stop: () => {} };
  const left = language === "sv" ? "kvar" : "left";
  const format = `{bar} {percentage} % · {step} · {eta_formatted} ${left}`;
  const bar = new SingleBar(
    { format, stream: stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  let step = "";
  return {
    update(nextStep, done, total) {
      // Each step counts something else, so that the time left is of the step.
      if (nextStep === step) bar.update(done);
      else bar.start(total, done, { step: nextStep });
      step = nextStep;
    },
    stop: () => bar.stop(),
  };
}

/** Shows how far a job has come until it settles. */
export async function watched<T>(terminal: Terminal, host: Host, job: string, work: Promise<T>): Promise<T> {
  const bar = createBar(terminal);
  const timer = setInterval(async () => {
    const { step, done, total } = await host.progress({ job });
    if (step && total !== undefined) bar.update(step[terminal.language], done ?? 0, total);
  }, 200);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    bar.stop();
  }
}
