import { textWidth } from "./measure.ts";

/** A point with its name, in pixels from the top left corner. */
export interface NamedPoint {
  x: number;
  y: number;
  label: string;
}

export interface PlacedLabel {
  /** From the point to the middle of the name's line, downwards. */
  dy: number;
  /** The name stands left of its point, where it would not fit at the right. */
  left: boolean;
}

/** Where names of points are written so that none covers another: at the right of the point, moved down as far as it takes. */
export function placeLabels(points: readonly NamedPoint[], fontSize: number, right: number): PlacedLabel[] {
  const taken: { from: number; to: number; y: number }[] = [];
  const places: PlacedLabel[] = points.map(() => ({ dy: 0, left: false }));
  const order = points.map((_, index) => index).sort((a, b) => (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
  for (const index of order) {
    const { x, y, label } = points[index] as NamedPoint;
    const width = textWidth(label, fontSize) + fontSize;
    const left = x + width > right;
    const [from, to] = left ? [x - width, x] : [x, x + width];
    let at = y;
    const covers = (other: (typeof taken)[number]) =>
      other.from < to && from < other.to && Math.abs(other.y - at) < fontSize * 1.15;
    for (let other = taken.find(covers); other !== undefined; other = taken.find(covers)) at = other.y + fontSize * 1.2;
    taken.push({ from, to, y: at });
    places[index] = { dy: at - y, left };
  }
  return places;
}
