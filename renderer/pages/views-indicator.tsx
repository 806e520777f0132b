import type { Denominator, IndicatorEntry } from "../../electron/contract.ts";
import { CheckChoices } from "../parts/param-field.tsx";
import { useWorkbench } from "../workbench.tsx";
import { Answer } from "./views-answer.tsx";

// What an outcome can be counted on. An indicator of another kind has the denominator of its definition only.
const outcomeDenominators: readonly string[] = ["enrolled", "exited", "exited_known"];

/** One indicator: its definition as a sentence, its denominator and breakdown to choose, and its answer. */
export function OpenedIndicator({ indicator }: { indicator: IndicatorEntry }) {
  const { address, go, wording } = useWorkbench();
  const { t, say, code } = wording;
  const title = say(indicator.title);
  const by = (address.params.by ?? "").split(",").filter((column) => indicator.breakdowns.includes(column));
  const denominators = outcomeDenominators.includes(indicator.denominator) ? outcomeDenominators : [];
  const denominator = denominators.find((name) => name === address.params.denominator) as Denominator | undefined;
  const set = (name: string, value: string) => {
    const { [name]: _, ...rest } = address.params;
    go({ ...address, params: value === "" ? rest : { ...rest, [name]: value } });
  };
  return (
    <article className="views-opened" aria-label={title}>
      <h1>{title}</h1>
      <p className="views-name">
        <code>{indicator.name}</code>{" "}
        <span className="mark">{t("source.version", { version: indicator.version })}</span>{" "}
        <span className="mark">{t(`views.origin_${indicator.origin}`)}</span>
      </p>
      <p className="lede">{say(indicator.description)}</p>
      <Answer
        request={{
          indicator: indicator.name,
          ...(by.length === 0 ? {} : { by }),
          ...(denominator === undefined ? {} : { denominator }),
        }}
        name={indicator.name}
        title={title}
        isDrawn
        columns={[]}
      >
        <fieldset className="params">
          <legend className="hidden-visually">{t("params.label")}</legend>
          {denominators.length === 0 ? null : (
            <div className="param">
              <label>
                <span>{t("params.denominator")}</span>
                <select value={denominator ?? ""} onChange={(event) => set("denominator", event.target.value)}>
                  <option value="">{t("params.default", { value: code("denominator", indicator.denominator) })}</option>
                  {denominators.map((name) => (
                    <option key={name} value={name}>
                      {code("denominator", name)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          )}
          {indicator.breakdowns.length === 0 ? null : (
            <CheckChoices
              label={t("params.by")}
              choices={indicator.breakdowns.map((column) => ({ value: column, words: code("column", column) }))}
              chosen={by}
              onChoose={(columns) => set("by", columns.join(","))}
            />
          )}
        </fieldset>
      </Answer>
    </article>
  );
}
