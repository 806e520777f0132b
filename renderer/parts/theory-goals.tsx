import type { ProgrammeEntry } from "../../electron/contract.ts";
import { writeAddress } from "../address.ts";
import { useWorkbench } from "../workbench.tsx";
import { indicatorAddress } from "./indicator-table.tsx";
import { ProgrammeFacts } from "./programme-facts.tsx";

/** Aims that nobody gave a number, shown as such, and what a reader must know before trusting the programme's own figures. */
export function TheoryGoals({ programme }: { programme: ProgrammeEntry }) {
  const { address, catalog, wording } = useWorkbench();
  const { t, say } = wording;
  const titleOf = (name: string) => catalog.indicators.find((entry) => entry.name === name)?.title;
  return (
    <div className="grid theory-goals">
      {programme.goals.length === 0 ? null : (
        <section className="card half">
          <h2>{t("theory.goals")}</h2>
          <p className="definition">{t("theory.goals_mean")}</p>
          <ul className="plain-list">
            {programme.goals.map(({ goal, title, indicators }) => (
              <li key={goal}>
                {say(title)}
                {indicators.map((name) => {
                  const indicator = titleOf(name);
                  return indicator === undefined ? null : (
                    <a key={name} href={writeAddress(indicatorAddress(address, name))}>
                      {say(indicator)}
                    </a>
                  );
                })}
              </li>
            ))}
          </ul>
          <Sources texts={programme.goals.map(({ source }) => source)} />
        </section>
      )}
      {programme.caveats.length === 0 ? null : (
        <section className="card half">
          <h2>{t("theory.caveats")}</h2>
          <p className="definition">{t("theory.caveats_mean")}</p>
          <ul className="plain-list">
            {programme.caveats.map(({ text }) => (
              <li key={text.sv}>{say(text)}</li>
            ))}
          </ul>
          <Sources texts={programme.caveats.map(({ source }) => source)} />
        </section>
      )}
      <ProgrammeFacts programme={programme} />
    </div>
  );
}

function Sources({ texts }: { texts: readonly string[] }) {
  const { t, format } = useWorkbench().wording;
  return (
    <footer className="card-foot">
      {t("panel.source")}: {format.list([...new Set(texts)])}
    </footer>
  );
}
