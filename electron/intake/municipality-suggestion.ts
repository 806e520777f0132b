import type { Code } from "../contract.ts";

/**
 * Proposes the municipality that a misspelt or misread name is likely to mean: `Krlstad`, or `Kristineharnn` from a scanned page.
 * Undefined where none is near, or several are as near. It only proposes: a wrong guess would move a person to another town.
 */
export function municipalitySuggester(codes: Code[]): (text: string) => Code | undefined {
  const names = codes.map((code) => ({ code, name: folded(code.title.sv) }));
  return (text) => {
    const given = folded(text.replace(/\s+(kommun|stad)$/i, ""));
    if (given.length < 3) return undefined;
    const forms = given.endsWith("s") ? [given, given.slice(0, -1)] : [given];
    const near = names.flatMap(({ code, name }) => {
      const distance = Math.min(...forms.map((form) => editDistance(form, name)));
      return distance <= (name.length > 5 ? 2 : 1) ? [{ code, distance }] : [];
    });
    const least = Math.min(...near.map(({ distance }) => distance));
    const nearest = near.filter(({ distance }) => distance === least);
    return nearest.length === 1 ? nearest[0]?.code : undefined;
  };
}

/** As a name looks to a machine that reads a page: without marks over letters, and with signs of the same shape as one. */
function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("0", "o")
    .replaceAll(/[1|!]/g, "l")
    .replaceAll("5", "s");
}

/** Letters to add, leave out, change or swap with their neighbour to make one text of the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
