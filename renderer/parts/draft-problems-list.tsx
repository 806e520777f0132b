import { CircleAlert } from "lucide-react";
import type { Problem } from "../../electron/contract.ts";
import { useWording } from "../workbench.tsx";

/** Everything that is wrong with a draft, at once, each thing with its spot in the JSON. */
export function DraftProblems({ problems }: { problems: readonly Problem[] }) {
  const { t, say, format } = useWording();
  if (problems.length === 0) return null;
  return (
    <div className="notice" role="alert">
      <CircleAlert aria-hidden />
      <div>
        <p>{t("edit.problems", { count: problems.length, number: format.count(problems.length) })}</p>
        <ul className="plain-list">
          {problems.map(({ where, message }) => (
            <li key={`${where} ${message.en}`}>
              {where === undefined ? null : <code>{where}</code>} {say(message)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
