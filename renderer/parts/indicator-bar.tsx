import type { Estimate } from "../estimate.ts";

/** Estimate, interval and targets of one row, on a scale that all rows of its table share. Its numbers stand beside it. */
export function IndicatorBar({ estimate, most }: { estimate: Estimate; most: number | null }) {
  const { row, state, indicator } = estimate;
  const at = (value: number) => `${Math.min(100, Math.max(0, (100 * value) / (most ?? 1)))}%`;
  const isCount = indicator.kind === "count";
  // A bar says something only against a promise or a whole that it is a part of.
  if (isCount && most === null) return null;
  if (state !== "shown" || row.estimate === null || most === null)
    return <span className="interval-bar" data-empty aria-hidden />;
  return (
    <svg className="interval-bar" aria-hidden>
      {isCount || row.lower === null || row.upper === null ? (
        <line className="interval-bar-count" x1="0%" x2={at(row.estimate)} y1="50%" y2="50%" />
      ) : (
        <line className="interval-bar-interval" x1={at(row.lower)} x2={at(row.upper)} y1="50%" y2="50%" />
      )}
      {row.targets.map((target) => (
        <line
          key={`${target.value} ${target.whose}`}
          className="interval-bar-target"
          x1={at(target.value)}
          x2={at(target.value)}
          y1="8%"
          y2="92%"
        />
      ))}
      {isCount ? null : <circle cx={at(row.estimate)} cy="50%" r="5" data-uncertain={row.lowPrecision || undefined} />}
    </svg>
  );
}
