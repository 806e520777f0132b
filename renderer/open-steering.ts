import type { Fault } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";

/** How opening the steering group's room went: in a window of its own, or where to find it. */
export type SteeringOpened =
  | { state: "opened" }
  | { state: "blocked"; address: string }
  | { state: "failed"; fault: Fault };

/**
 * Opens the steering group's room in a window that knows nothing of this one. The window is opened before the room is asked for:
 * a browser lets a page do so only while the reader's own press is fresh.
 */
export async function openSteeringWindow(ask: () => Promise<string>): Promise<SteeringOpened> {
  const opened = window.open("", "_blank");
  if (opened !== null) opened.opener = null;
  try {
    const address = await ask();
    if (opened === null) return { state: "blocked", address };
    opened.location.replace(address);
    return { state: "opened" };
  } catch (error) {
    opened?.close();
    return { state: "failed", fault: faultOf(error) };
  }
}
