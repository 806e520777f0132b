import type { Text } from "../contract.ts";
import type { Placed, Report, TagReport } from "./header-tags.ts";

/** What a parameter or a column is in Swedish. */
export interface Swedish {
  name: string;
  description: string;
}

/** Reads `name  description`, of `@param.sv` or `@column.sv`; undefined where that cannot be done, which is then reported. */
export function parseSwedish(tag: string, text: string, say: TagReport): Swedish | undefined {
  const [, name, description] = text.match(/^([a-z]\w*) {2,}(\S.*)$/) ?? [];
  if (name !== undefined && description !== undefined) return { name, description };
  say(
    `"@${tag} ${text}" ska vara: @${tag} namn  beskrivning (två blanksteg före beskrivningen).`,
    `"@${tag} ${text}" must be: @${tag} name  description (two spaces before the description).`,
  );
  return undefined;
}

/** The same with what is said in Swedish. A name that is not among them is reported. */
export function withSwedish<Described extends { name: string; description?: Text }>(
  all: Placed<Described>[],
  swedish: Placed<Swedish>[],
  report: Report,
): Placed<Described>[] {
  const said = new Map(swedish.map((each) => [each.value.name, each]));
  const described = all.map(({ line, value }) => {
    const sv = said.get(value.name)?.value.description;
    said.delete(value.name);
    return {
      line,
      value: sv === undefined ? value : { ...value, description: { sv, en: value.description?.en || sv } },
    };
  });
  for (const { line, value } of said.values()) {
    report(
      line,
      `"${value.name}" beskrivs på svenska men finns inte i huvudet.`,
      `"${value.name}" is described in Swedish but is not in the header.`,
    );
  }
  return described;
}
