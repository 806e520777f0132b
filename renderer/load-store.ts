import type { Fault, LoadReport, Progress } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";
import type { Connection, OfferedFile } from "./host.ts";

/** How a load stands. There is one at a time, and it goes on while the reader looks at other pages. */
export type Loading =
  | { state: "idle" }
  | { state: "handing"; name: string; done: number; total: number }
  | { state: "running"; name: string; progress: Progress; secondsLeft: number | undefined }
  | { state: "answered"; name: string; offer: string; report: LoadReport }
  | { state: "failed"; name: string; fault: Fault };

export interface LoadStore {
  current(): Loading;
  /** Returns the way out. */
  subscribe(listener: () => void): () => void;
  /** Hands over the files and loads them. `onAccepted` is awaited before the report is shown. */
  start(files: OfferedFile[], connection: Connection, onAccepted: () => Promise<void>): Promise<void>;
  /** Loads what was handed over once more, with the warnings that the evaluator has confirmed. */
  confirm(codes: string[], connection: Connection, onAccepted: () => Promise<void>): Promise<void>;
  /** Stops the work; nothing of it remains. */
  cancel(): void;
  /** Puts the answer away. */
  dismiss(): void;
}

const pollMilliseconds = 250;

export function createLoadStore(): LoadStore {
  const listeners = new Set<() => void>();
  let loading: Loading = { state: "idle" };
  let running: AbortController | null = null;

  function set(next: Loading): void {
    loading = next;
    for (const listener of listeners) listener();
  }

  async function run(name: string, work: (signal: AbortSignal) => Promise<Loading>): Promise<void> {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    try {
      set(await work(controller.signal));
    } catch (error) {
      set({ state: "failed", name, fault: faultOf(error) });
    } finally {
      running = null;
    }
  }

  async function load(
    order: { name: string; offer: string; confirm: string[] },
    { host }: Connection,
    onAccepted: () => Promise<void>,
    signal: AbortSignal,
  ): Promise<Loading> {
    const { name, offer, confirm } = order;
    const job = crypto.randomUUID();
    const estimate = createEstimate();
    set({ state: "running", name, progress: { state: "waiting" }, secondsLeft: undefined });
    const timer = setInterval(() => {
      host.progress({ job }).then(
        (progress) => {
          if (loading.state !== "running" || progress.state !== "running") return;
          set({ state: "running", name, progress, secondsLeft: estimate(progress) });
        },
        // The load itself will say what is wrong.
        () => {},
      );
    }, pollMilliseconds);
    try {
      const report = await host.load({ offer, job, confirm }, signal);
      if (report.verdict === "accepted") await onAccepted();
      return { state: "answered", name, offer, report };
    } finally {
      clearInterval(timer);
    }
  }

  return {
    current: () => loading,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(files, connection, onAccepted) {
      const name = packageName(files);
      return run(name, async (signal) => {
        const onProgress = (done: number, total: number) => set({ state: "handing", name, done, total });
        onProgress(
          0,
          files.reduce((sum, { file }) => sum + file.size, 0),
        );
        const offer = await connection.offerFiles(files, { signal, onProgress });
        return load({ name, offer, confirm: [] }, connection, onAccepted, signal);
      });
    },
    async confirm(codes, connection, onAccepted) {
      if (loading.state !== "answered") return;
      const { name, offer } = loading;
      await run(name, (signal) => load({ name, offer, confirm: codes }, connection, onAccepted, signal));
    },
    cancel: () => running?.abort(),
    dismiss() {
      if (running === null) set({ state: "idle" });
    },
  };
}

/** What was chosen is called: its folder, its one file, or the first of its files. */
export function packageName(files: OfferedFile[]): string {
  return files[0]?.name.split("/")[0] ?? "";
}

/** Seconds that the present step still takes at its present pace; undefined while that cannot be known. */
export function createEstimate(
  now: () => number = () => performance.now(),
): (progress: Progress) => number | undefined {
  let step = "";
  let began = 0;
  let doneAtStart = 0;
  return ({ step: { en } = { sv: "", en: "" }, done, total, unit }) => {
    if (done === undefined || total === undefined) return undefined;
    // `Reading participant.csv` and `Reading enrolment.csv` are one stretch of the way; `Checking …` has another pace.
    const key = `${en.split(" ", 1)[0]} ${unit} ${total}`;
    if (key !== step) [step, began, doneAtStart] = [key, now(), done];
    const elapsed = now() - began;
    const advanced = done - doneAtStart;
    if (elapsed < 1000 || advanced <= 0) return undefined;
    return Math.ceil(((total - done) * elapsed) / advanced / 1000);
  };
}
