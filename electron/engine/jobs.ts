import type { Progress } from "../contract.ts";

/** How far the long jobs of a host have come. A page asks a few times a second; nothing is pushed. */
export interface Jobs {
  /** Runs work under a name of the caller's, and keeps what it tells of its progress. */
  run<T>(job: string, work: (tell: (progress: Progress) => void) => Promise<T>): Promise<T>;
  progress(job: string): Progress;
}

// What a finished job told last is still asked for once or twice.
const KEPT = 20;

export function createJobs(): Jobs {
  const jobs = new Map<string, { started: number; progress: Progress }>();
  return {
    async run(job, work) {
      const entry = { started: performance.now(), progress: { state: "running" } as Progress };
      jobs.delete(job);
      jobs.set(job, entry);
      for (const oldest of [...jobs.keys()].slice(0, Math.max(0, jobs.size - KEPT))) jobs.delete(oldest);
      const milliseconds = () => Math.round(performance.now() - entry.started);
      try {
        return await work((progress) => {
          entry.progress = { ...progress, milliseconds: milliseconds() };
        });
      } finally {
        entry.progress = { ...entry.progress, state: "done", milliseconds: milliseconds() };
      }
    },
    progress: (job) => jobs.get(job)?.progress ?? { state: "unknown" },
  };
}
