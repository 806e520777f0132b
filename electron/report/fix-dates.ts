import { createHash } from "node:crypto";

/**
 * A PDF that says it was made on this day, whatever the clock says: its dates, and an ID made of its other bytes. All that is
 * put in is as long as what it takes the place of, since a PDF knows its objects by where they begin.
 */
export function fixDates(pdf: Buffer, day: string): Buffer {
  const digits = `${day.replaceAll("-", "")}000000`;
  const dated = pdf
    .toString("latin1")
    .replaceAll(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*\))/g, (_, before: string, zone: string) => {
      return `${before}${digits}${zone.replaceAll(/\d/g, "0")}`;
    })
    .replaceAll(
      /(\/ID ?\[\s*)<([0-9A-Fa-f]*)>(\s*)<([0-9A-Fa-f]*)>/g,
      (_, before: string, first: string, gap: string, second: string) => {
        return `${before}<${"0".repeat(first.length)}>${gap}<${"0".repeat(second.length)}>`;
      },
    );
  const id = createHash("sha256").update(dated, "latin1").digest("hex");
  const named = dated.replaceAll(
    /(\/ID ?\[\s*)<(0*)>(\s*)<(0*)>/g,
    (_, before: string, first: string, gap: string, second: string) => {
      return `${before}<${id.slice(0, first.length)}>${gap}<${id.slice(0, second.length)}>`;
    },
  );
  return Buffer.from(named, "latin1");
}
