/**
 * A PDF that says it was made on this day, whatever the clock says. What is put in is as long as what it takes the place of, since
 * a PDF knows its objects by where they begin.
 */
export function fixDates(pdf: Buffer, day: string): Buffer {
  const digits = `${day.replaceAll("-", "")}000000`;
  const fixed = pdf
    .toString("latin1")
    .replaceAll(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*)\)/g, (_, before: string, zone: string) => {
      return `${before}${digits}${zone.replaceAll(/\d/g, "0")})`;
    });
  return Buffer.from(fixed, "latin1");
}
