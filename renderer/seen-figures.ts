import type { See } from "./figure.tsx";
import type { Figure } from "./table.ts";

/** Named figures as they are to be seen. */
export function seenFigures<Name extends string>(
  figures: Readonly<Partial<Record<Name, Figure>>>,
  see: See,
): Partial<Record<Name, Figure>> {
  const seen = Object.entries<Figure | undefined>(figures).map(([name, figure]) => [name, figure && see(figure)]);
  return Object.fromEntries(seen) as Partial<Record<Name, Figure>>;
}
