import { Check } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import type { Selection } from "../../electron/contract.ts";
import { type SelectableColumn, selectableColumns, selectableLists } from "../selectable.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";
import { Chip } from "./chip.tsx";

/** Who is counted: the codes kept, by column. */
export function SelectionChip() {
  const { address, catalog, go, scope, wording } = useWorkbench();
  const { t, code } = wording;
  const columns = selectableColumns(catalog, scope.programme);
  const choose = (column: string, codes: string[]) => {
    const { [column]: _, ...rest } = address.selection;
    go({ ...address, selection: codes.length === 0 ? rest : { ...rest, [column]: codes } });
  };
  return (
    <Chip label={t("bar.selection")} value={selectionWords(address.selection, wording)}>
      {() => (
        <>
          <div className="selection">
            {columns.map((column) => (
              <details key={column.name} open={column.name in address.selection || column === columns[0]}>
                <summary>{code("column", column.name)}</summary>
                <CheckboxGroup
                  aria-label={code("column", column.name)}
                  value={address.selection[column.name] ?? []}
                  onChange={(codes) => choose(column.name, codes)}
                >
                  <Label className="hidden-visually">{code("column", column.name)}</Label>
                  {byName(column, wording).map((value) => (
                    <Checkbox key={value} value={value} className="checkbox">
                      <i aria-hidden>
                        <Check />
                      </i>
                      {code(column.list, value)}
                    </Checkbox>
                  ))}
                </CheckboxGroup>
              </details>
            ))}
          </div>
          <Button
            className="button"
            isDisabled={Object.keys(address.selection).length === 0}
            onPress={() => go({ ...address, selection: {} })}
          >
            {t("bar.everyone_again")}
          </Button>
        </>
      )}
    </Chip>
  );
}

function selectionWords(selection: Selection, { t, code, format }: Wording): string {
  const entries = Object.entries(selection);
  if (entries.length === 0) return t("bar.everyone");
  const words = entries.map(([column, codes]) => format.list(codes.map((value) => code(listOf(column), value))));
  const text = words.join(" · ");
  return text.length <= 36 ? text : t("bar.selection_many", { count: entries.flatMap(([, codes]) => codes).length });
}

function listOf(column: string): string {
  return selectableLists[column] ?? column;
}

/** Municipalities are looked for by name; other lists have an order that means something. */
function byName({ name, list, codes }: SelectableColumn, { code, language }: Wording): string[] {
  if (name !== "municipality") return codes;
  return codes.toSorted((a, b) => code(list, a).localeCompare(code(list, b), language));
}
