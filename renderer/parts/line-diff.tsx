import { useMemo } from "react";
import { aroundChanges, type LineChange, lineChanges } from "../line-changes.ts";
import { useWording } from "../workbench.tsx";

const signs: Record<LineChange["kind"], string> = { same: " ", skipped: "⋮", removed: "−", added: "+" };

/** What one text became in another: signs tell lines apart without colour. */
export function LineDiff({ before, after, label }: { before: string; after: string; label: string }) {
  const { t } = useWording();
  const changes = useMemo(() => lineChanges(before, after), [before, after]);
  if (changes.every(({ kind }) => kind === "same")) return <p className="none">{t("indicators.no_difference")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="sql diff" tabIndex={0} aria-label={label}>
      <pre>
        {aroundChanges(changes, 3).map(({ text, kind }, index) => {
          const Line = kind === "removed" ? "del" : kind === "added" ? "ins" : "span";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move.
            <Line key={index}>
              {signs[kind]} {text}
              {"\n"}
            </Line>
          );
        })}
      </pre>
    </section>
  );
}
