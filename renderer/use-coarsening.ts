import { useState } from "react";
import type { ExtractEntry, Fault, Text } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";
import { useWorkbench } from "./workbench.tsx";

/** A column and the way in which it is made coarser; `fewer_than` says which codes are rare. */
interface Coarsening {
  column: string;
  way: string;
  fewer_than?: number;
}

/** Makes columns of an extract coarser and takes that back; the extract is then built anew. */
export function useCoarsening({ programme, supplied_by, coarsened = [] }: ExtractEntry) {
  const { host, refresh } = useWorkbench();
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const present: Coarsening[] = coarsened.map(({ message, ...step }) => step);

  async function save(steps: Coarsening[]): Promise<void> {
    setSaving(true);
    setFault(null);
    try {
      const definition = { programme, supplied_by, steps: steps.map((step) => ({ ...step })) };
      const { problems } = await host.save({ kind: "coarsening", definition });
      if (problems.length > 0) setFault({ code: "coarsening_invalid", message: joined(problems) });
      else await refresh();
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setSaving(false);
    }
  }

  return {
    saving,
    fault,
    apply: (step: Coarsening) => save([...present.filter(({ column }) => column !== step.column), step]),
    undo: (column: string) => save(present.filter((step) => step.column !== column)),
  };
}

function joined(problems: { message: Text }[]): Text {
  const said = (language: keyof Text) => problems.map(({ message }) => message[language]).join(" ");
  return { sv: said("sv"), en: said("en") };
}
