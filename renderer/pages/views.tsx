import { lazy, Suspense } from "react";
import { ProblemList } from "../parts/problem-list.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useWorkbench } from "../workbench.tsx";
import { OpenedIndicator } from "./views-indicator.tsx";
import { ViewsList } from "./views-list.tsx";
import { ViewsStart } from "./views-start.tsx";
import { OpenedView } from "./views-view.tsx";

// The editor is large, and most who look at views do not write SQL.
const OwnSql = lazy(async () => ({ default: (await import("./views-sql.tsx")).OwnSql }));

/** Everything that can be asked: views and indicators with their parameters, and SQL of one's own. */
export function ViewsPage() {
  return (
    <div className="page views">
      <ViewsList />
      <div className="views-content">
        <Opened />
      </div>
    </div>
  );
}

function Opened() {
  const { address, catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const { view: viewName, indicator: indicatorName, sql } = address.params;
  if (sql !== undefined) {
    return (
      <Suspense fallback={<Skeleton height={320} label={t("panel.loading")} />}>
        <OwnSql />
      </Suspense>
    );
  }
  const view = catalog.views.find(({ name }) => name === viewName);
  if (view !== undefined) return <OpenedView key={view.name} view={view} />;
  const indicator = catalog.indicators.find(({ name }) => name === indicatorName);
  if (indicator !== undefined) return <OpenedIndicator key={indicator.name} indicator={indicator} />;
  const missing = viewName ?? indicatorName;
  const problems = catalog.problems.filter(({ file }) => file.includes("views/") || file.includes("indicators/"));
  return (
    <>
      <h1>
        {missing === undefined
          ? t("views.title", {
              views: format.count(catalog.views.length),
              indicators: format.count(catalog.indicators.length),
            })
          : t("views.missing", { name: missing })}
      </h1>
      <p className="lede">{t(missing === undefined ? "views.lede" : "views.missing_means")}</p>
      {problems.length === 0 ? null : <ProblemList problems={problems} />}
      <ViewsStart />
    </>
  );
}
