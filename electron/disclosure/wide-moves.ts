/** From so many sets on that are still to be proven, they are moved together. */
const MANY = 100;
const MOST_ROUNDS = 60;

/** What is known of sets so far. */
export interface OpenSets {
  /** Sets that are still to be proven. */
  open(): number[];
  /** Sets of one person, who knows that one. */
  lone: readonly number[];
  isPrimary(set: number): boolean;
  isLate(): boolean;
}

/** By set how much it should grow, or shrink below nought; and sets that stay. */
export interface Wishes {
  wishes: Float64Array;
  known: readonly number[];
}

/**
 * One change can show of many sets that they could be others, where each by itself would take too long: so changes that move as
 * many as can be are tried, with other wishes each time, as long as that proves some more.
 */
export function moveTogether(size: number, sets: OpenSets, move: (wishes: Wishes) => void): void {
  const random = createRandom();
  const isLone = new Set(sets.lone);
  let open = sets.open();
  for (let round = 0, idle = 0; round < MOST_ROUNDS && idle < 4 && open.length >= MANY && !sets.isLate(); round++) {
    const wishes = new Float64Array(size);
    // Sets that hang together cannot all grow as far as they should, so which of them do differs.
    for (const set of open)
      wishes[set] = sets.isPrimary(set) ? Math.floor(random() * 6) - 2 : Math.sign(random() - 0.5);
    // Who is alone in a set takes it out of what is left to guess. So some changes do without any of them, some without half.
    const openLone = open.filter((set) => isLone.has(set)).length;
    const known = round === 0 ? [] : 2 * openLone < open.length ? sets.lone : sets.lone.filter(() => random() < 0.5);
    move({ wishes, known });
    const left = sets.open();
    idle = left.length < open.length ? 0 : idle + 1;
    open = left;
  }
}

/** The same numbers from 0 to 1 each time (xorshift, Marsaglia 2003). */
function createRandom(): () => number {
  let state = 0x2545f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
