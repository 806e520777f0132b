import type { ViewEntry } from "../../electron/contract.ts";
import { ownParams, paramText, paramValues, withParam } from "../param-values.ts";
import { ParamField } from "../parts/param-field.tsx";
import { useWorkbench } from "../workbench.tsx";
import { Answer } from "./views-answer.tsx";

/** One view: its question, its parameters as a form, and its answer. */
export function OpenedView({ view }: { view: ViewEntry }) {
  const { address, go, wording } = useWorkbench();
  const { t, say } = wording;
  const params = ownParams(view);
  const title = say(view.title);
  return (
    <article className="views-opened" aria-label={title}>
      <h1>{title}</h1>
      <p className="views-name">
        <code>{view.name}</code> <span className="mark">{t(`views.origin_${view.origin}`)}</span>
      </p>
      <p className="lede">{say(view.description)}</p>
      <Answer
        request={{ view: view.name, params: paramValues(view, address.params) }}
        name={view.name}
        title={title}
        isDrawn={view.chart !== undefined}
        columns={view.columns}
        text={view.sql}
      >
        {params.length === 0 ? null : (
          <fieldset className="params">
            <legend className="hidden-visually">{t("params.label")}</legend>
            {params.map((param) => (
              <ParamField
                key={param.name}
                param={param}
                text={paramText(param, address.params)}
                onText={(text) => go({ ...address, params: withParam(address.params, param, text) })}
              />
            ))}
          </fieldset>
        )}
      </Answer>
    </article>
  );
}
