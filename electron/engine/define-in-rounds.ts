/**
 * Defines things that may stand on each other, in whatever order they come: again and again, until a round makes no
 * progress. Those that never could be defined come back, each with its last error.
 */
export async function defineInRounds<Thing>(
  things: Thing[],
  define: (thing: Thing) => Promise<void>,
): Promise<{ thing: Thing; error: unknown }[]> {
  let waiting = things;
  for (;;) {
    const failed: { thing: Thing; error: unknown }[] = [];
    for (const thing of waiting) {
      try {
        await define(thing);
      } catch (error) {
        failed.push({ thing, error });
      }
    }
    if (failed.length === 0 || failed.length === waiting.length) return failed;
    waiting = failed.map(({ thing }) => thing);
  }
}
