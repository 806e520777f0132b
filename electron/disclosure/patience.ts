/**
 * How much is done to prove what may be shown before it is hidden instead. What is done is counted, so that the same question has the
 * same answer on a slow machine and on a fast one.
 */
export interface Patience {
  /** One unit is a solver's work for one set in one question, about 4 microseconds. */
  spend(work: number): void;
  isOver(): boolean;
  /** A share of what is left, at most so much. What is spent of it is spent of the whole. */
  part(share: number, most: number): Patience;
}

/** About fifteen seconds of a desktop's processor. */
export const USUAL_WORK = 4_000_000;
/** Nobody waits for longer, however slow the machine. */
const LONGEST_MS = 60_000;

export function createPatience(work = USUAL_WORK): Patience {
  const until = performance.now() + LONGEST_MS;
  let spent = 0;
  const upTo = (end: number): Patience => ({
    spend(more) {
      spent += more;
    },
    isOver: () => spent >= end || performance.now() > until,
    part: (share, most) => upTo(Math.min(end, spent + Math.min(share * (end - spent), most))),
  });
  return upTo(work);
}
