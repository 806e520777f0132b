import type { ParamMeta } from "../contract.ts";
import type { Placed, Report } from "./header-tags.ts";
import { codeOnly, lineAt } from "./sql-code.ts";

/** Holds the select after the header against the parameters that the header declares. */
export function checkStatement(text: string, params: Placed<ParamMeta>[], headerEnd: number, report: Report): void {
  const code = codeOnly(text);
  if (!/^\s*(?:with|select|from)\b/i.test(code)) {
    report(headerEnd + 1, "Efter huvudet ska en select-sats följa.", "A select statement must follow the header.");
    return;
  }
  const used = new Map<string, number>();
  for (const found of code.matchAll(/\$(\w+)/g)) {
    const name = found[1] ?? "";
    if (!used.has(name)) used.set(name, lineAt(text, found.index));
  }
  const declared = new Set(params.map(({ value }) => value.name));
  for (const [name, line] of used) {
    if (declared.has(name)) continue;
    report(
      line,
      `Satsen använder $${name}, som inte är någon parameter i huvudet. Lägg till @param ${name}.`,
      `The statement uses $${name}, which is no parameter of the header. Add @param ${name}.`,
    );
  }
  for (const { line, value } of params) {
    if (!used.has(value.name)) {
      report(
        line,
        `Parametern "${value.name}" används inte i satsen.`,
        `The parameter "${value.name}" is not used in the statement.`,
      );
    }
    const captured = grammar.has(value.name) ? null : bareName(value.name).exec(code);
    if (captured) {
      report(
        lineAt(text, captured.index),
        `"${value.name}" är både en parameter och en kolumn. Skriv $${value.name} för parametern och tabellens namn framför kolumnen.`,
        `"${value.name}" is both a parameter and a column. Write $${value.name} for the parameter, and the table's name before the column.`,
      );
    }
  }
}

/** Words that stand alone in a statement because SQL itself is made of them. */
const grammar = new Set(["by", "from", "to"]);

/**
 * The name standing alone, where it is neither a table's nor a new name's nor an argument's. In the macro that the view becomes, such
 * a name is the parameter and not the column: `where municipality = $municipality` would be true for every row.
 */
function bareName(name: string): RegExp {
  return new RegExp(`(?<![\\w.$])(?<!\\b(?:as|from|join|with)\\s+)${name}\\b(?!\\s*(?:\\(|:=|\\.))`, "i");
}
