import type { Host } from "../contract.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import type { Offers } from "../offers.ts";
import type { Workspace } from "../workspace.ts";

/** What both rooms are opened on. */
export interface RoomParts {
  workspace: Workspace;
  offers: Offers;
  product: string;
}

/** A host whose answers are those of one room. */
export type OpenRoom = (parts: RoomParts) => Promise<Host & { close(): Promise<void> }>;

/** The workspace's rules of what may leave the evaluator's room, as disclosure control reads them. */
export function policyOf({ settings: { disclosure } }: Workspace): DisclosurePolicy {
  return {
    smallestCount: disclosure.smallest_count,
    smallestBase: disclosure.smallest_base,
    smallestMean: disclosure.smallest_n_mean,
    hideUniform: disclosure.hide_uniform,
  };
}
