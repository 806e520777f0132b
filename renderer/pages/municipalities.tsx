import "../styles/indicators.css";
import "../styles/municipalities.css";
import { EmptyWorkspace } from "../parts/empty-workspace.tsx";
import { useWorkbench } from "../workbench.tsx";
import { ComparedMunicipalities } from "./municipalities-compared.tsx";
import { listMeasures } from "./municipalities-measures.ts";
import { OneMunicipality } from "./municipality.tsx";

/** The programme's municipalities beside each other, or the one that the address names. */
export function MunicipalitiesPage() {
  const { address, catalog, scope, wording } = useWorkbench();
  if (scope.programme === undefined) return <EmptyWorkspace />;
  const measures = listMeasures(catalog, scope.programme, wording);
  const { municipality } = address.params;
  if (municipality !== undefined) {
    return <OneMunicipality key={municipality} code={municipality} measure={measures[0]} />;
  }
  const measure = measures.find(({ id }) => id === address.params.indicator) ?? measures[0];
  if (measure === undefined) {
    return (
      <div className="page">
        <h1>{wording.t("compare.nothing")}</h1>
        <p className="lede">{wording.t("compare.nothing_lede")}</p>
      </div>
    );
  }
  return <ComparedMunicipalities measures={measures} measure={measure} />;
}
