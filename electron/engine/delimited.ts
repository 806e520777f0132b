/** A record of a small table, with the physical line where it begins, from 1. */
export interface DelimitedRecord {
  line: number;
  fields: string[];
}

/** Splits text into records of fields, as RFC 4180 says and with any line break. Blank lines are left out. */
export function readDelimited(text: string, delimiter: string): DelimitedRecord[] {
  const records: DelimitedRecord[] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRecord = () => {
    fields.push(field);
    if (fields.some((each) => each.trim() !== "")) records.push({ line: began, fields });
    fields = [];
    field = "";
    began = line;
  };
  const whole = text.replaceAll(/\r\n?/g, "\n");
  for (let at = 0; at < whole.length; at++) {
    const sign = whole[at]!;
    if (sign === "\n") line++;
    if (quoted && sign === '"' && whole[at + 1] === '"') {
      field += sign;
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted) field += sign;
    else if (sign === "\n") endRecord();
    else if (sign === delimiter) {
      fields.push(field);
      field = "";
    } else field += sign;
  }
  endRecord();
  return records;
}
