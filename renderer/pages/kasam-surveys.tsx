import { useCallback, useMemo } from "react";
import type { ScaleEntry } from "../../electron/contract.ts";
import { cellState, numeric } from "../charts/chart.ts";
import { drawIntervals } from "../charts/interval.ts";
import { readIntervals } from "../charts/interval-rows.ts";
import { drawLikert, type LikertRow } from "../charts/likert.ts";
import { apart, readScores } from "../charts/score-rows.ts";
import { drawScores } from "../charts/scores.ts";
import type { Draw } from "../figure.tsx";
import { Panel } from "../panel.tsx";
import { type Figure, findColumn, isHidden, type Row, readRows, rowsOf } from "../table.ts";
import type { Wording } from "../wording.ts";
import { useWorkbench } from "../workbench.tsx";
import { hasRows } from "./kasam-answered.ts";
import { isTotal } from "./kasam-charts.ts";
import { surveyScales } from "./kasam-choices.ts";
import type { KasamFigures } from "./kasam-headline.ts";
import { goalIndicators } from "./kasam-requests.ts";

/** What participants say of the goals, and what employers say of themselves. */
export function KasamSurveys({ figures }: { figures: KasamFigures }) {
  const { catalog, wording } = useWorkbench();
  const { t } = wording;
  const { statements, employers } = surveyScales(catalog);
  const answered = statements.filter(({ name }) => hasRows(figures[`answers.${name}`]));
  const hasEmployers = employers !== undefined && hasRows(figures.employers);
  if (answered.length === 0 && !hasEmployers) return null;
  return (
    <section className="kasam-section" aria-labelledby="kasam-surveys">
      <h2 id="kasam-surveys">{t("kasam.surveys_section")}</h2>
      <div className="grid">
        {answered.map((scale) => (
          <Statements key={scale.name} scale={scale} figures={figures} />
        ))}
        {hasEmployers ? <Employers scale={employers} figures={figures} /> : null}
      </div>
    </section>
  );
}

interface SurveyProps {
  scale: ScaleEntry;
  figures: KasamFigures;
}

/** The goals that have a number, and every answer to every statement. */
function Statements({ scale, figures }: SurveyProps) {
  const { catalog, scope, wording } = useWorkbench();
  const { t, say } = wording;
  const indicators = useMemo(
    () => goalIndicators(catalog, scope.programme, scale.name),
    [catalog, scope.programme, scale.name],
  );
  const answers = figures[`answers.${scale.name}`];
  const agreement = figures[`agreement.${scale.name}`];
  const goals = indicators.map(({ name }) => figures[`indicator.${name}`]);
  const drawGoals = useCallback<Draw>(
    (context, see) =>
      drawIntervals(
        indicators.flatMap(({ name, title }) => {
          const figure = figures[`indicator.${name}`];
          if (figure === undefined || figure.meta.fault !== undefined) return [];
          const [row] = readIntervals(see(figure), context.wording);
          return row === undefined ? [] : [{ ...row, label: context.wording.say(title) }];
        }),
        context,
      ),
    [indicators, figures],
  );
  const drawAnswers = useCallback<Draw>(
    (context, see) =>
      drawLikert(likertRows(answers && see(answers), agreement && see(agreement), context.wording), scale, context),
    [answers, agreement, scale],
  );
  return (
    <>
      {goals.length === 0 ? null : (
        <Panel
          className="full"
          title={t("kasam.goals", { name: say(scale.title) })}
          definition={t("kasam.goals_mean")}
          figures={goals}
          names={indicators.map(({ title }) => say(title))}
          draw={drawGoals}
          method={t("method.wilson")}
        />
      )}
      <Panel
        className="full"
        title={t("kasam.answers", { name: say(scale.title) })}
        definition={`${say(scale.description)} ${t("kasam.answers_mean", { from: scale.agrees_from, highest: scale.highest })}`}
        figures={agreement === undefined ? [answers] : [answers, agreement]}
        draw={drawAnswers}
      />
    </>
  );
}

/** An item a row, each wave of its own, with how many agree. */
function likertRows(answers: Figure | undefined, agreement: Figure | undefined, wording: Wording): LikertRow[] {
  if (answers === undefined || answers.meta.fault !== undefined) return [];
  const rows = readRows(answers);
  const share = findColumn(answers, "share");
  const agreed = rowsOf(agreement);
  const waves = new Set(rows.map(({ wave }) => wave));
  const keys = [...new Map(rows.map((row) => [`${row.wave} ${row.item}`, row])).values()];
  return keys.map(({ wave, item, n }) => {
    const own = rows.filter((row) => row.wave === wave && row.item === item);
    const who = agreed.find((row) => row.wave === wave && row.item === item);
    const name = wording.code("item", String(item));
    return {
      label: waves.size > 1 ? `${name} · ${wording.code("wave", String(wave))}` : name,
      base: numeric(n),
      words: who === undefined || isHidden(who, "share") ? "" : agreeWords(who, wording),
      parts: own.map((row) => ({
        answer: numeric(row.answer) ?? 0,
        share: numeric(row.share),
        state: isHidden(row, "k") ? "hidden" : cellState(row, share),
      })),
    };
  });
}

function agreeWords({ share, k, n }: Row, { t, format }: Wording): string {
  return typeof share === "number" && typeof k === "number" && typeof n === "number"
    ? t("kasam.agree_words", { share: format.share(share), outOf: format.outOf(k, n) })
    : "";
}

function Employers({ scale, figures }: SurveyProps) {
  const { t, say } = useWorkbench().wording;
  const { employers, employersTotal } = figures;
  const draw = useCallback<Draw>(
    (context, see) => {
      const columns = { estimate: "change", lower: "lower", upper: "upper" };
      const { code, t } = context.wording;
      return drawScores(
        [
          ...readScores(employersTotal && see(employersTotal), columns, () => t("kasam.employers_total"), isTotal),
          ...apart(readScores(employers && see(employers), columns, ({ item }) => code("item", String(item)))),
        ],
        { change: true },
        context,
      );
    },
    [employers, employersTotal],
  );
  return (
    <Panel
      className="full"
      title={t("kasam.employers")}
      definition={`${say(scale.description)} ${t("kasam.employers_mean")}`}
      figures={[employers, employersTotal]}
      draw={draw}
      method={t("method.t")}
    />
  );
}
