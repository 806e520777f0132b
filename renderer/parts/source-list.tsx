import type { TableMeta } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** Where a figure comes from, down to the extract's fingerprint. */
export function SourceList({ meta }: { meta: TableMeta }) {
  const { t, format, say, code } = useWording();
  const selection = Object.entries(meta.selection);
  return (
    <dl className="source">
      <dt>{t(`source.${meta.kind}`)}</dt>
      <dd>
        <code>{meta.name}</code>
        {meta.definition === undefined ? null : (
          <>
            {" "}
            {t("source.version", { version: meta.definition.version })} <Hash value={meta.definition.hash} />
          </>
        )}
      </dd>
      {meta.extracts.map((extract) => (
        <Entry key={extract.extract} term={t("source.extract")}>
          {format.longDate(extract.as_of)}, {extract.supplied_by}, {t(`completeness.${extract.completeness}`)}{" "}
          <Hash value={extract.extract} />
          {extract.synthetic ? <p className="synthetic-note">{t("synthetic.long")}</p> : null}
          {extract.note === null ? null : <p>{extract.note}</p>}
          {extract.coarsened?.map(({ column, message }) => (
            <p key={column}>{say(message)}</p>
          ))}
        </Entry>
      ))}
      {meta.cutoff === null ? null : <Entry term={t("bar.cutoff")}>{format.longDate(meta.cutoff)}</Entry>}
      <Entry term={t("bar.selection")}>
        {selection.length === 0
          ? t("bar.everyone")
          : selection.map(([column, codes]) => (
              <p key={column}>
                {code("column", column)}: {format.list(codes.map((value) => code(column, value)))}
              </p>
            ))}
      </Entry>
      <Entry term={t("source.rows")}>
        {format.count(meta.rows)}
        {meta.truncated ? `. ${t("source.truncated")}` : ""}
      </Entry>
      <Entry term={t("source.set_aside")}>
        {meta.set_aside.length === 0
          ? t("source.none_set_aside")
          : meta.set_aside.map((entry) => (
              <p key={entry.table}>
                <code>{entry.table}</code> {format.count(entry.count)}
              </p>
            ))}
      </Entry>
      {meta.description === undefined ? null : <Entry term={t("source.description")}>{say(meta.description)}</Entry>}
      {meta.sentence === undefined ? null : <Entry term={t("source.sentence")}>{say(meta.sentence)}</Entry>}
      <Entry term={t("source.room")}>{t(`room.${meta.room}`)}</Entry>
      <Entry term={t("source.computed")}>
        Sammanhang {meta.product}, DuckDB {meta.database}, {format.duration(meta.milliseconds)}
      </Entry>
    </dl>
  );
}

function Entry({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The start of a SHA-256, which is enough to compare; the whole of it on hover and for copying. */
function Hash({ value }: { value: string }) {
  return (
    <code className="hash" title={value}>
      {value.slice(0, 12)}
    </code>
  );
}
