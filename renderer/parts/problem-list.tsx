import type { Problem } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** What is wrong with the library's files, each with the spot. The rest goes on working. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t, say } = useWording();
  return (
    <section className="card problems" aria-label={t("sources.problems")}>
      <h2>{t("sources.problems")}</h2>
      <p className="definition">{t("sources.problems_means")}</p>
      <ul className="plain-list">
        {problems.map((problem) => (
          <li key={`${problem.file} ${problem.where} ${problem.message.en}`}>
            <code>{[problem.file, problem.where].filter(Boolean).join(", ")}</code>
            <p>{say(problem.message)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
