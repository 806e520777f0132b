export interface HeaderLine {
  /** Counted from 1. */
  number: number;
  text: string;
}

/** What the file's first comment lines say, without their marks: the prose, and from the first `@` on the tags. */
export function headerLines(text: string): { prose: HeaderLine[]; tags: HeaderLine[]; end: number } {
  const lines = text.split(/\r?\n/);
  const after = lines.findIndex((line) => !line.startsWith("--"));
  const header = lines
    .slice(0, after < 0 ? lines.length : after)
    .map((line, index) => ({ number: index + 1, text: line.replace(/^-- ?/, "").trimEnd() }));
  const first = header.findIndex((line) => line.text.startsWith("@"));
  const split = first < 0 ? header.length : first;
  return { prose: header.slice(0, split), tags: oneTagEach(header.slice(split)), end: header.length };
}

/** An indented line goes on with the tag before it, and several columns may stand on one line. */
function oneTagEach(lines: HeaderLine[]): HeaderLine[] {
  const joined: HeaderLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (/^\s+\S/.test(line.text) && before) before.text += ` ${line.text.trim()}`;
    else if (line.text !== "") joined.push({ ...line });
  }
  return joined.flatMap(({ number, text }) =>
    text.split(/\s+(?=@column(?:\.sv)?\s)/).map((part) => ({ number, text: part })),
  );
}

/** Lines as running text; an empty line divides paragraphs. */
export function paragraphs(lines: HeaderLine[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim()
    .replace(/(?<!\n)\n(?!\n)/g, " ");
}
