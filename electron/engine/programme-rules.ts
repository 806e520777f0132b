import type { Problem, Text } from "../contract.ts";
import { at, type Path, problem } from "./definition-problems.ts";
import { targetProblems } from "./target-definition.ts";

/** What belongs with what in a programme; reads the file as it stands, so that all problems are told at once. */
export function programmeProblems(file: string, json: unknown): Problem[] {
  const found: Problem[] = [];
  const say = (path: Path, message: Text) => found.push(problem(file, path, message));

  if (String(at(json, ["starts_on"])) > String(at(json, ["ends_on"]))) {
    say(["ends_on"], { sv: "Programmet slutar innan det börjar.", en: "The programme ends before it starts." });
  }

  const nodes = list(json, ["theory", "nodes"]).map((node) => at(node, ["id"]));
  const twice = nodes.findIndex((id, index) => nodes.indexOf(id) !== index);
  if (twice >= 0) {
    say(["theory", "nodes", twice, "id"], {
      sv: `Noden "${nodes[twice]}" finns två gånger. Ge den ena ett annat id.`,
      en: `The node "${nodes[twice]}" is there twice. Give one of them another id.`,
    });
  }
  list(json, ["theory", "edges"]).forEach((edge, index) => {
    for (const end of ["from", "to"]) {
      const id = at(edge, [end]);
      if (id !== undefined && !nodes.includes(id)) {
        say(["theory", "edges", index, end], {
          sv: `Pilen pekar på noden "${id}", som inte finns.`,
          en: `The edge refers to the node "${id}", which does not exist.`,
        });
      }
    }
  });

  const listed = list(json, ["indicators"]);
  list(json, ["targets"]).forEach((target, index) => {
    const indicator = at(target, ["indicator"]);
    if (indicator !== undefined && !listed.includes(indicator)) {
      say(["targets", index, "indicator"], {
        sv: `Målet gäller indikatorn "${indicator}", som programmet inte listar. Lägg till den i "indicators".`,
        en: `The target is for the indicator "${indicator}", which the programme does not list. Add it to "indicators".`,
      });
    }
  });
  found.push(...targetProblems(file, json));

  list(json, ["age_bands"]).forEach((band, index) => {
    const [from, to] = [Number(at(band, ["from"])), Number(at(band, ["to"]))];
    const clash = list(json, ["age_bands"])
      .slice(0, index)
      .find((other) => from <= Number(at(other, ["to"])) && to >= Number(at(other, ["from"])));
    if (from > to || clash) {
      say(["age_bands", index], {
        sv: "Åldersgrupperna får inte överlappa, och varje grupp går från den lägsta till den högsta åldern.",
        en: "Age bands must not overlap, and each goes from the lowest to the highest age.",
      });
    }
  });
  return found;
}

function list(json: unknown, path: Path): unknown[] {
  const value = at(json, path);
  return Array.isArray(value) ? value : [];
}
