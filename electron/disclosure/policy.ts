/** What may leave the evaluator's room, in persons. */
export interface DisclosurePolicy {
  /** Smallest count that is shown, 3 or more. Also how many values a hidden count must be able to take besides its own. */
  smallestCount: number;
  /** Smallest base of a share. */
  smallestBase: number;
  /** Smallest n of a mean. */
  smallestMean: number;
  /** None or all of a group is hidden too: then it is known of each of them. */
  hideUniform?: boolean;
}
