import type { ExtractEntry } from "../contract.ts";
import { Refusal } from "../refusal.ts";

/** The two extracts that are named, each by its SHA-256 or enough of it. Throws a Refusal where they are not comparable. */
export function chooseDeliveries<Entry extends ExtractEntry>(
  extracts: readonly Entry[],
  [before, after]: readonly [string, string],
): { before: Entry; after: Entry } {
  const chosen = { before: find(extracts, before), after: find(extracts, after) };
  if (chosen.before.extract === chosen.after.extract) {
    throw new Refusal("same_extract", {
      sv: "Båda är samma uttag. Välj två olika leveranser.",
      en: "Both are the same extract. Choose two different deliveries.",
    });
  }
  if (chosen.before.programme !== chosen.after.programme) {
    throw new Refusal("unlike_extracts", {
      sv: `Uttagen gäller olika program: ${chosen.before.programme} och ${chosen.after.programme}. Jämför två leveranser för samma program.`,
      en: `The extracts are of different programmes: ${chosen.before.programme} and ${chosen.after.programme}. Compare two deliveries of one programme.`,
    });
  }
  if (chosen.before.supplied_by !== chosen.after.supplied_by) {
    throw new Refusal("unlike_extracts", {
      sv: `Uttagen kommer från olika leverantörer: ${chosen.before.supplied_by} och ${chosen.after.supplied_by}. Deras löpnummer gäller inte samma personer, så raderna går inte att jämföra.`,
      en: `The extracts come from different suppliers: ${chosen.before.supplied_by} and ${chosen.after.supplied_by}. Their identifiers are not of the same persons, so the rows cannot be compared.`,
    });
  }
  return chosen;
}

function find<Entry extends ExtractEntry>(extracts: readonly Entry[], name: string): Entry {
  const found = extracts.filter(({ extract }) => extract.startsWith(name.toLowerCase()));
  const [only] = found;
  if (only !== undefined && found.length === 1 && name !== "") return only;
  const listed = extracts.map(({ extract, programme, as_of }) => `${extract.slice(0, 8)} (${programme}, ${as_of})`);
  const here = { sv: listed.join(", ") || "inga", en: listed.join(", ") || "none" };
  throw found.length > 1
    ? new Refusal("ambiguous_extract", {
        sv: `"${name}" passar på flera uttag. Skriv mer av dess SHA-256. Här finns ${here.sv}.`,
        en: `"${name}" fits several extracts. Write more of its SHA-256. Here are ${here.en}.`,
      })
    : new Refusal("unknown_extract", {
        sv: `Det finns inget uttag som börjar med "${name}". Här finns ${here.sv}.`,
        en: `There is no extract that begins with "${name}". Here are ${here.en}.`,
      });
}
