import { readScale } from "../../electron/engine/definitions.ts";

const text = { sv: "…", en: "…" };

/** The made-up scale of the random packages: three items, one of them reversed, and a part of it. */
export const key = { items: ["1", "2", "3"], head: ["1", "2"], reversed: ["2"], lowest: 1, highest: 5, missing: 1 };

export const mood = readScale("mood.json", {
  scale: "mood",
  title: text,
  description: text,
  source: "test",
  items: key.items,
  lowest: key.lowest,
  highest: key.highest,
  reversed: key.reversed,
  subscales: { head: key.head },
  missing: { head: key.missing },
}).definition!;
