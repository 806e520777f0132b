import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Fault, ShownAnswer } from "../../electron/contract.ts";
import { faultOf } from "../fault.ts";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useWorkbench } from "../workbench.tsx";

/** Answers that stand there before more are asked for. */
const first = 20;

/** What the steering group has been shown, answer by answer, the latest first. The evaluator's room only. */
export function PolicyLedger() {
  const { host, wording } = useWorkbench();
  const { t, format } = wording;
  const [answer, setAnswer] = useState<{ shown?: ShownAnswer[]; fault?: Fault }>({});
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    host.ledger({}, stop.signal).then(
      (shown) => setAnswer({ shown }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAnswer({ fault: faultOf(error) });
      },
    );
    return () => stop.abort();
  }, [host]);
  const { shown, fault } = answer;
  const rows = isWhole ? shown : shown?.slice(0, first);
  return (
    <section className="card full" aria-labelledby="policy-ledger">
      <h2 id="policy-ledger">{t("ledger.title")}</h2>
      <p className="definition">{t("ledger.means")}</p>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
      {rows === undefined ? (
        fault === undefined ? (
          <Skeleton height={160} label={t("panel.loading")} />
        ) : null
      ) : rows.length === 0 ? (
        <p className="none">{t("ledger.none")}</p>
      ) : (
        <LedgerTable rows={rows} />
      )}
      {shown === undefined || isWhole || shown.length <= first ? null : (
        <Button className="button policy-ledger-more" onPress={() => setWhole(true)}>
          {t("ledger.all", { count: format.count(shown.length) })}
        </Button>
      )}
    </section>
  );
}

function LedgerTable({ rows }: { rows: readonly ShownAnswer[] }) {
  const { catalog, wording } = useWorkbench();
  const { t, say, format } = wording;
  const hasOthers = new Set(rows.map(({ programme }) => programme)).size > 1;
  const titleOf = (programme: string) => {
    const entry = catalog.programmes.find(({ name }) => name === programme);
    return entry === undefined ? programme : say(entry.title);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t("ledger.title")}>
      <table className="table policy-table policy-ledger">
        <thead>
          <tr>
            <th scope="col">{t("ledger.at")}</th>
            {hasOthers ? <th scope="col">{t("bar.programme")}</th> : null}
            <th scope="col">{t("ledger.figures")}</th>
            <th scope="col">{t("ledger.scope")}</th>
            <th scope="col" data-numeric>
              {t("ledger.shown")}
            </th>
            <th scope="col" data-numeric>
              {t("ledger.hidden")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, programme, figures, scope, shown, hidden }) => (
            <tr key={`${at} ${programme}`}>
              <td>{format.moment(at)}</td>
              {hasOthers ? <td>{titleOf(programme)}</td> : null}
              <td>
                <Figures names={figures.map(say)} />
              </td>
              <td>{say(scope)}</td>
              <td data-numeric>{format.count(shown)}</td>
              <td data-numeric>{format.count(hidden)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A page's figures by the first, the others behind it. */
function Figures({ names: [name, ...more] }: { names: readonly string[] }) {
  const { t } = useWorkbench().wording;
  if (more.length === 0) return name;
  return (
    <details>
      <summary>{t("ledger.and_more", { name, count: more.length })}</summary>
      <ul className="plain-list">
        {more.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may have been asked for twice.
          <li key={place}>{each}</li>
        ))}
      </ul>
    </details>
  );
}
