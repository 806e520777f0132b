// Dots after a space are the sign of a hidden number, which a full stop may follow.
const firstEnd = /^.*?(?:(?<!\s\.*)[.!]|(?<=\s\.\.)\.)(?=\s|$)/;

/** The first sentence of a text, and what comes after it. A full stop within a number or an abbreviation ends nothing. */
export function splitSentence(text: string): { first: string; rest: string } {
  const first = firstEnd.exec(text)?.[0] ?? text;
  return { first, rest: text.slice(first.length).trim() };
}

export function firstSentence(text: string): string {
  return splitSentence(text).first;
}
