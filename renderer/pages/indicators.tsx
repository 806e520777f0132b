import "../styles/indicator-edit.css";
import "../styles/indicators.css";
import { EmptyWorkspace } from "../parts/empty-workspace.tsx";
import { useWorkbench } from "../workbench.tsx";
import { IndicatorEditor } from "./indicators-edit.tsx";
import { IndicatorList } from "./indicators-list.tsx";
import { listedIndicators } from "./indicators-listed.ts";
import { OpenedIndicator } from "./indicators-opened.tsx";

/** All indicators of the programme, or the one that the address names, or its copy while it is being changed. */
export function IndicatorsPage() {
  const { address, catalog, scope } = useWorkbench();
  if (scope.programme === undefined) return <EmptyWorkspace />;
  const { indicator: name, edit } = address.params;
  const indicators = listedIndicators(catalog, scope.programme);
  const opened = catalog.indicators.find((entry) => entry.name === name);
  if (opened === undefined) return <IndicatorList indicators={indicators} />;
  return edit === undefined || catalog.room === "steering" ? (
    <OpenedIndicator key={opened.name} indicator={opened} indicators={indicators} />
  ) : (
    <IndicatorEditor key={`${opened.name} ${opened.version}`} indicator={opened} />
  );
}
