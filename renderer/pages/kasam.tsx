import { EmptyWorkspace } from "../parts/empty-workspace.tsx";
import { FaultNotice } from "../parts/fault-notice.tsx";
import { KasamCaveats } from "../parts/kasam-caveats.tsx";
import { KasamEmpty } from "../parts/kasam-empty.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { useMarkedFigures } from "../use-marked-figures.ts";
import { type Stages, useStagedFigures } from "../use-staged-figures.ts";
import { useWorkbench } from "../workbench.tsx";
import { answeredScales, hasRows } from "./kasam-answered.ts";
import { KasamCertainty } from "./kasam-certainty.tsx";
import { KasamChange } from "./kasam-change.tsx";
import { readChoices, surveyScales } from "./kasam-choices.ts";
import { kasamHeadline } from "./kasam-headline.ts";
import { kasamRequests, kasamStages } from "./kasam-requests.ts";
import { KasamResponse } from "./kasam-response.tsx";
import { KasamSettings } from "./kasam-settings.tsx";
import { KasamSurveys } from "./kasam-surveys.tsx";
import "../styles/kasam.css";

/** What the group looked like at the start and at the end, and how sure one can be. */
export function KasamPage() {
  const { scope } = useWorkbench();
  return scope.programme === undefined ? <EmptyWorkspace /> : <Kasam />;
}

function Kasam() {
  const { address, catalog, scope, wording } = useWorkbench();
  const { t, say } = wording;
  const choices = readChoices(address.params);
  const { scored, statements, employers } = surveyScales(catalog);
  const stages = (scale: string | undefined) =>
    kasamStages(kasamRequests(catalog, scope.programme, scale, choices), scope.room);
  const standard = scaleOf(choices.scale, scored);
  const first = useStagedFigures(stages(standard));
  // Where the scale that was asked for has no answers and another has, that one is the page's.
  const answered = answeredScales(first.figures, scored);
  const name = choices.scale === undefined ? (answered[0]?.name ?? standard) : standard;
  const second = useStagedFigures(name === standard ? nothing : stages(name));
  const { figures, loading, outdated, fault, retry, cancel } = name === standard ? first : second;
  const seen = useMarkedFigures<string>(figures);
  const isAwaited = Object.keys(figures).length === 0;
  const scale = scored.find((entry) => entry.name === name);
  const isAnswered = scale !== undefined && (answered.includes(scale) || hasRows(figures.change));
  const hasSurveys =
    statements.some((entry) => hasRows(figures[`answers.${entry.name}`])) ||
    (employers !== undefined && hasRows(figures.employers));
  const headline = isAnswered ? kasamHeadline(seen, scale, wording) : undefined;
  // Nobody of a selection may have answered where others have: then nothing is missing from the extract.
  const isSelected = Object.keys(address.selection).length > 0;
  const none = isSelected ? "kasam.headline_none_selected" : "kasam.headline_none";

  return (
    <div className="page kasam" data-loading={outdated || undefined}>
      <Waiting loading={loading} cancel={cancel} />
      <h1>
        {isAwaited ? (
          fault === null ? (
            <Skeleton width="24em" label={t("panel.loading")} />
          ) : (
            t("page.kasam")
          )
        ) : (
          (headline?.title ?? (hasSurveys ? t("kasam.headline_surveys") : t(none)))
        )}
      </h1>
      <p className="lede">
        {isAwaited
          ? null
          : (headline?.lede ??
            (hasSurveys ? t("kasam.surveys_lede") : t(isSelected ? "kasam.none_selected_lede" : "kasam.none_lede")))}
      </p>
      {fault === null ? null : <FaultNotice fault={fault} onRetry={retry} />}
      {isAwaited || !isAnswered ? null : (
        <>
          <KasamSettings choices={choices} scale={scale} answered={answered} figures={figures} />
          <KasamChange figures={figures} choices={choices} scale={scale} />
          <KasamCertainty figures={figures} scale={scale} />
          <KasamResponse figures={figures} choices={choices} />
        </>
      )}
      {isAwaited ? null : <KasamSurveys figures={figures} />}
      {isAwaited || !isAnswered ? null : <KasamCaveats figures={seen} scale={scale} />}
      {isAwaited || isAnswered || hasSurveys || isSelected ? null : (
        <KasamEmpty programme={say(scope.programme?.title ?? { sv: "", en: "" })} />
      )}
    </div>
  );
}

const nothing: Stages = [{}, {}, {}];

/** The scale chosen, else the first. */
function scaleOf(chosen: string | undefined, scored: readonly { name: string }[]): string | undefined {
  return scored.find(({ name }) => name === chosen)?.name ?? scored[0]?.name;
}
