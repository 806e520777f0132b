import type { ShownAnswer } from "../contract.ts";
import { askedWords } from "./asked-words.ts";
import { readShown } from "./ledger.ts";
import type { Library } from "./library.ts";

/** All that steering sessions of a workspace were shown, in words, the latest first. */
export async function readAnswers(workspace: string, library: Library): Promise<ShownAnswer[]> {
  const answers = await readShown(workspace);
  return answers
    .map(({ at, programme, what, shown, hidden }) => ({ at, programme, ...askedWords(library, what), shown, hidden }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
