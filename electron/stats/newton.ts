/** The logarithm of a tail probability at u, and its derivative in u. */
export interface LogTail {
  log: number;
  slope: number;
}

/**
 * The u where a tail probability is p. `start` should be the mode of the density in u.
 *
 * Newton's method on the logarithm of the tail. The densities it is used for are log-concave in u, so their tails are too:
 * after the first step the way to the root comes from one side and cannot overshoot. A step below 1e-9 is the last, for the
 * error left behind it is of the order of its square.
 */
export function invertTail(tail: (u: number) => LogTail, p: number, start: number): number {
  const wanted = Math.log(p);
  let u = start;
  for (let round = 0; round < 200; round++) {
    const { log, slope } = tail(u);
    const step = (log - wanted) / slope;
    u -= step;
    if (!(Math.abs(step) > 1e-9)) return u;
  }
  return u;
}
