import type { See } from "./figure.tsx";
import type { Figure } from "./table.ts";

/** Named figures as they are to be seen, each when it is looked at: a file has no more of a page than its chart draws. */
export function seenFigures<Name extends string>(
  figures: Readonly<Partial<Record<Name, Figure>>>,
  see: See,
): Partial<Record<Name, Figure>> {
  const seen: Partial<Record<Name, Figure>> = {};
  for (const [name, figure] of Object.entries<Figure | undefined>(figures)) {
    Object.defineProperty(seen, name, { enumerable: true, get: () => figure && see(figure) });
  }
  return seen;
}
