/** The first sentence of a text, and what comes after it. A full stop within a number or an abbreviation ends nothing. */
export function splitSentence(text: string): { first: string; rest: string } {
  const first = /^.*?[.!](?=\s|$)/.exec(text)?.[0] ?? text;
  return { first, rest: text.slice(first.length).trim() };
}

export function firstSentence(text: string): string {
  return splitSentence(text).first;
}
