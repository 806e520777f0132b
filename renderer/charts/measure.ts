/**
 * An estimate of how wide a text is in Inter, in pixels. Charts are pure functions, also where there is no canvas to
 * measure on; the estimate errs on the wide side.
 */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.56;
}

/** Room for labels beside a chart: the widest of them, but no more than a part of the chart; then they wrap. */
export function labelMargin(labels: readonly string[], fontSize: number, width: number, part = 0.42): number {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, fontSize)));
  return Math.ceil(Math.min(widest, width * part) + fontSize);
}

/** Whether some label does not fit beside the chart in one line. */
export function wrapsLabels(labels: readonly string[], fontSize: number, margin: number): boolean {
  return labels.some((label) => textWidth(label, fontSize) > margin - fontSize + 1);
}

/** Options for Plot's axis: wraps names that are too long, and leaves alone those that fit by our own measure. */
export function labelWrap(labels: readonly string[], fontSize: number, margin: number): { lineWidth?: number } {
  return wrapsLabels(labels, fontSize, margin) ? { lineWidth: (margin - fontSize) / fontSize } : {};
}
