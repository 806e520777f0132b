import { useCallback } from "react";
import type { IndicatorEntry } from "../../electron/contract.ts";
import { drawIntervals } from "../charts/interval.ts";
import { type IntervalRow, readIntervals } from "../charts/interval-rows.ts";
import { type PromisedTarget, targetWords } from "../charts/targets.ts";
import { basisWords, type Estimate, intervalWords, measureWords, readEstimate, valueWords } from "../estimate.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import type { Figure } from "../table.ts";
import type { Wording } from "../wording.ts";
import { useWording } from "../workbench.tsx";
import { Attainment } from "./attainment.tsx";

interface DraftEffectProps {
  indicator: IndicatorEntry;
  before: Figure | undefined;
  after: Figure | undefined;
}

/** What the change does to the number, before anything is saved: old against new, each with its sentence. */
export function DraftEffect({ indicator, before, after }: DraftEffectProps) {
  const wording = useWording();
  const { t } = wording;
  const isWrong = after?.meta.fault !== undefined;
  const shown = isWrong ? [before] : [before, after];
  const names = [t("edit.before"), t("edit.after")];
  const draw = useCallback<Draw>(
    (context) => drawIntervals(effectRows(before, isWrong ? undefined : after, context.wording), context),
    [before, after, isWrong],
  );
  const estimates = shown.map((figure) => figure && readEstimate(indicator, figure, wording));
  return (
    <Panel
      title={t("edit.effect")}
      definition={isWrong ? t("edit.effect_wrong") : difference(estimates[0], estimates[1], wording)}
      figures={shown}
      names={names}
      draw={indicator.kind === "count" ? undefined : draw}
      height={110}
    >
      <dl className="effect">
        {estimates.map((estimate, index) =>
          estimate === undefined ? null : (
            <div key={names[index]}>
              <dt>{names[index]}</dt>
              <dd>
                <b>{valueWords(estimate, wording)}</b>{" "}
                {[basisWords(estimate, wording), intervalWords(estimate, wording)].filter(Boolean).join(" · ")}
                <Judged targets={estimate.row.targets} />
                {estimate.sentence === null ? null : <p>{wording.say(estimate.sentence)}</p>}
              </dd>
            </div>
          ),
        )}
      </dl>
    </Panel>
  );
}

function Judged({ targets }: { targets: readonly PromisedTarget[] }) {
  const wording = useWording();
  if (targets.length === 0) return null;
  return (
    <ul className="plain-list promised">
      {targets.map((target) => (
        <li key={`${target.value} ${target.whose} ${target.source}`}>
          <b>{targetWords(target, wording)}</b>
          {target.attained === null ? null : <Attainment attained={target.attained} />}
        </li>
      ))}
    </ul>
  );
}

/** Each estimate with the targets that concern it: the change may be one of the targets. */
function effectRows(before: Figure | undefined, after: Figure | undefined, wording: Wording): IntervalRow[] {
  const rows = (figure: Figure | undefined) =>
    figure === undefined || figure.meta.fault !== undefined ? [] : readIntervals(figure, wording);
  const old = rows(before).map((row) => ({ ...row, label: wording.t("edit.before"), series: 0 }));
  const now = rows(after).map((row) => ({ ...row, label: wording.t("edit.after"), series: 1 }));
  return [...old, ...now];
}

function difference(before: Estimate | undefined, after: Estimate | undefined, wording: Wording): string {
  const { t } = wording;
  const [old, now] = [before?.row.estimate ?? null, after?.row.estimate ?? null];
  if (before === undefined || after === undefined || old === null || now === null) return "";
  const isSame = old === now && before.row.base === after.row.base && before.unknown === after.unknown;
  if (isSame) return t("edit.no_effect");
  const words = (value: number) =>
    before.row.share ? wording.format.decimal(100 * value) : measureWords(value, { share: false }, wording);
  const step = `${now >= old ? "+" : "−"}${words(Math.abs(now - old))}`;
  return t(before.row.share ? "edit.effect_share" : "edit.effect_number", { step });
}
