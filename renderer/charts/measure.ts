/**
 * An estimate of how wide a text is in Inter, in pixels. Charts are pure functions, also where there is no canvas to
 * measure on; the estimate errs on the wide side.
 */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.56;
}

/** Room for labels beside a chart: the widest of them, but no more than a part of the chart; then they wrap. */
export function labelMargin(labels: readonly string[], fontSize: number, width: number, part = 0.36): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, fontSize)));
  return Math.ceil(Math.min(widest, width * part) + fontSize);
}

/** The same room in ems, for Plot's `lineWidth`. */
export function labelEms(margin: number, fontSize: number): number {
  return (margin - fontSize) / fontSize;
}
