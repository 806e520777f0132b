import { parentPort } from "node:worker_threads";
import { protectTogether, type TogetherQuestion } from "./disclosure/protect-together.ts";
import { loadSolver } from "./disclosure/solver.ts";
import type { ProtectionAnswer } from "./engine/protection.ts";

// The thread that decides what is hidden, one question after the other.
parentPort?.on("message", async ({ number, question }: { number: number; question: TogetherQuestion }) => {
  const answer = async (): Promise<ProtectionAnswer> => ({
    number,
    result: protectTogether(await loadSolver(), question),
  });
  parentPort?.postMessage(await answer().catch((error: unknown): ProtectionAnswer => ({ number, error })));
});
