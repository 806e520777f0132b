import type { ProgrammeEntry } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** Who paid, for whom, where and when: what every report of the programme begins with. */
export function ProgrammeFacts({ programme }: { programme: ProgrammeEntry }) {
  const { t, say, code, format } = useWording();
  const { budget, references } = programme;
  const kronor = (amount: number) => t("facts.kronor", { amount: format.count(amount) });
  const facts: [string, string][] = [
    ["target_group", say(programme.target_group)],
    [
      "period",
      t("facts.from_to", { from: format.longDate(programme.starts_on), to: format.longDate(programme.ends_on) }),
    ],
    ["municipalities", format.list(programme.municipalities.map((each) => code("municipality", each)))],
    ["funder", say(programme.funder)],
    ["budget", budget === null ? t("facts.no_budget") : budgetWords(budget)],
    ["references", format.list(references)],
    ["source", programme.source],
  ];
  return (
    <section className="card full" aria-label={t("facts.title")}>
      <h2>{t("facts.title")}</h2>
      <p className="definition">{say(programme.description)}</p>
      <dl className="source programme-facts">
        {facts.map(([name, words]) =>
          words === "" ? null : (
            <div key={name}>
              <dt>{t(`facts.${name}`)}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );

  function budgetWords({ total, support, note }: NonNullable<ProgrammeEntry["budget"]>): string {
    return [
      total === null ? "" : kronor(total),
      support === null ? "" : t("facts.support", { amount: kronor(support) }),
      note === null ? "" : say(note),
    ]
      .filter(Boolean)
      .join(" · ");
  }
}
