import type { Emit } from "./person.ts";
import type { Recipe } from "./recipe.ts";
import type { Return } from "./survey.ts";
import { type TableName, tableColumns } from "./tables.ts";

/** How answers are written: one row each, or beside the questionnaire with a column an item. */
export interface AnswerForm {
  tables: readonly TableName[];
  responseColumns: readonly string[];
  giveBack(pseudonym: () => string, emit: Emit): Return;
}

/** Tells why an answer is missing. */
export const longForm: AnswerForm = {
  tables: ["response", "answer"],
  responseColumns: tableColumns.response,
  giveBack: (pseudonym, emit) => (row, answers) => {
    const response = pseudonym();
    emit("response", [response, ...row]);
    for (const { item, value, missing } of answers) emit("answer", [response, item, value, missing]);
  },
};

/** Less than half the size, so that a large package does not become a very large one. Why an answer is missing is not told. */
export function wideForm({ instruments = {} }: Recipe): AnswerForm {
  const items = [...new Set(Object.values(instruments).flatMap((instrument) => Object.keys(instrument.items)))];
  const numbers = new Map(items.map((item, number) => [item, number]));
  return {
    tables: ["response"],
    responseColumns: [...tableColumns.response, ...items.map((item) => `item_${item}`)],
    giveBack: (pseudonym, emit) => (row, answers) => {
      const cells = items.map(() => "");
      for (const { item, value } of answers) cells[numbers.get(item)!] = value;
      emit("response", [pseudonym(), ...row, ...cells]);
    },
  };
}
