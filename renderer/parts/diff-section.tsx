import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { DeliveryDiff, ExtractEntry, Fault } from "../../electron/contract.ts";
import { faultOf } from "../fault.ts";
import { useWorkbench } from "../workbench.tsx";
import { DiffFigures } from "./diff-figures.tsx";
import { DiffTables } from "./diff-tables.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { Skeleton } from "./skeleton.tsx";

/** What changed since an earlier delivery: rows by table, and the programme's figures, each with why it differs. */
export function DiffSection() {
  const { catalog, host, wording } = useWorkbench();
  const { t, format } = wording;
  const earlier = catalog.extracts.filter((extract) => laterOf(extract, catalog.extracts) !== undefined);
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState<{ before: string; after: string } | null>(null);
  const [answer, setAnswer] = useState<{ diff?: DeliveryDiff; fault?: Fault }>({});
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    setAnswer({});
    host.diff(asked, stop.signal).then(
      (diff) => setAnswer({ diff }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAnswer({ fault: faultOf(error) });
      },
    );
    return () => stop.abort();
  }, [asked, host]);
  const before = earlier.find(({ extract }) => extract === chosen) ?? earlier.at(-1);
  const after = before && laterOf(before, catalog.extracts);
  // A difference may be of a single person, so it stays with the evaluator.
  if (catalog.room === "steering" || before === undefined || after === undefined) return null;
  const named = ({ programme, as_of, extract }: ExtractEntry) =>
    `${programme}, ${format.date(as_of)} (${extract.slice(0, 8)})`;
  return (
    <section className="sources-part" aria-label={t("diff.title")}>
      <h2>{t("diff.title")}</h2>
      <p className="definition">{t("diff.means")}</p>
      <div className="diff-choice">
        <label>
          {t("diff.before")}
          <select value={before.extract} onChange={({ target }) => setChosen(target.value)}>
            {earlier.map((each) => (
              <option key={each.extract} value={each.extract}>
                {named(each)}
              </option>
            ))}
          </select>
        </label>
        <span>{t("diff.after", { extract: named(after) })}</span>
        <Button className="button primary" onPress={() => setAsked({ before: before.extract, after: after.extract })}>
          {t("diff.ask")}
        </Button>
      </div>
      {answer.fault === undefined ? null : <FaultNotice fault={answer.fault} />}
      {asked !== null && answer.diff === undefined && answer.fault === undefined ? (
        <Skeleton height={240} label={t("panel.loading")} />
      ) : null}
      {answer.diff === undefined ? null : (
        <>
          {answer.diff.cautions.map(({ code, message }) => (
            <p key={code} className="definition">
              {wording.say(message)}
            </p>
          ))}
          <DiffTables tables={answer.diff.tables} />
          <DiffFigures figures={answer.diff.figures} />
        </>
      )}
    </section>
  );
}

/** The current delivery of the same supplier, where it is a later one. */
function laterOf(extract: ExtractEntry, extracts: readonly ExtractEntry[]): ExtractEntry | undefined {
  if (extract.current) return undefined;
  return extracts.find(
    ({ current, programme, supplied_by }) =>
      current && programme === extract.programme && supplied_by === extract.supplied_by,
  );
}
