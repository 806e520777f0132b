import { expect } from "vitest";
import type { Fault } from "../../electron/contract.ts";
import { toFault } from "../../electron/refusal.ts";
import { FaultError } from "../../renderer/client.ts";

/** What a question was refused with, from whichever side of a wire. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => expect.fail("was answered"),
    (thrown: unknown) => thrown,
  );
  return error instanceof FaultError ? error.fault : toFault(error);
}
