import type { Problem, Text } from "../contract.ts";
import { at, type Path, problem } from "./definition-problems.ts";

/** What belongs with what in a scale; reads the file as it stands, so that all problems are told at once. */
export function scaleProblems(file: string, json: unknown): Problem[] {
  const found: Problem[] = [];
  const say = (path: Path, message: Text) => found.push(problem(file, path, message));

  if (Number(at(json, ["lowest"])) >= Number(at(json, ["highest"]))) {
    say(["highest"], {
      sv: "Det högsta svaret ska vara större än det lägsta.",
      en: "The highest answer must be greater than the lowest.",
    });
  }

  const items = members(json, ["items"]);
  const subscales = Object.keys(record(json, ["subscales"]));
  const lists: Path[] = [
    ["items"],
    ["reversed"],
    ["unverified", "items"],
    ...subscales.map((subscale): Path => ["subscales", subscale]),
  ];
  for (const path of lists) {
    members(json, path).forEach((item, index, all) => {
      if (all.indexOf(item) < index) {
        say([...path, index], {
          sv: `Frågan "${item}" står två gånger. Ta bort den ena.`,
          en: `The item "${item}" stands twice. Remove one of them.`,
        });
      } else if (!items.includes(item)) {
        say([...path, index], {
          sv: `Skalan har ingen fråga "${item}". Rätta den, eller lägg till den i "items".`,
          en: `The scale has no item "${item}". Correct it, or add it to "items".`,
        });
      }
    });
  }

  for (const [subscale, most] of Object.entries(record(json, ["missing"]))) {
    const among = subscales.includes(subscale) ? members(json, ["subscales", subscale]) : items;
    if (subscale !== "total" && !subscales.includes(subscale)) {
      say(["missing", subscale], {
        sv: `Skalan har ingen delskala "${subscale}". Den har ${["total", ...subscales].join(", ")}.`,
        en: `The scale has no subscale "${subscale}". It has ${["total", ...subscales].join(", ")}.`,
      });
    } else if (Number(most) >= among.length) {
      say(["missing", subscale], {
        sv: `Minst en av de ${among.length} frågorna måste vara besvarad.`,
        en: `At least one of the ${among.length} items must be answered.`,
      });
    }
  }
  return found;
}

function members(json: unknown, path: Path): string[] {
  const value = at(json, path);
  return Array.isArray(value) ? value.map(String) : [];
}

function record(json: unknown, path: Path): Record<string, unknown> {
  const value = at(json, path);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
