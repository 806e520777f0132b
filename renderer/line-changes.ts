/** A line of two texts set against each other. */
export interface LineChange {
  text: string;
  /** `skipped` stands for lines that are the same and far from any change. */
  kind: "same" | "removed" | "added" | "skipped";
}

/** The shortest way from one text to the other in whole lines (longest common subsequence), what goes away first. */
export function lineChanges(before: string, after: string): LineChange[] {
  const a = before.split("\n");
  const b = after.split("\n");
  // common[i][j]: how many lines the rests from i and j share.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const shared = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] as Uint32Array;
      row[j] = a[i] === b[j] ? shared(i + 1, j + 1) + 1 : Math.max(shared(i + 1, j), shared(i, j + 1));
    }
  }
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ text: a[i] as string, kind: "same" });
      i++;
      j++;
    } else if (j === b.length || (i < a.length && shared(i + 1, j) >= shared(i, j + 1))) {
      changes.push({ text: a[i++] as string, kind: "removed" });
    } else changes.push({ text: b[j++] as string, kind: "added" });
  }
  return changes;
}

/** The changes with some lines around each; what is left out is one line that says so by its kind. */
export function aroundChanges(changes: readonly LineChange[], around: number): LineChange[] {
  const isNear = changes.map((_, index) =>
    changes.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== "same"),
  );
  return changes.flatMap((change, index): LineChange[] => {
    if (isNear[index]) return [change];
    return index === 0 || isNear[index - 1] ? [{ text: "", kind: "skipped" }] : [];
  });
}
