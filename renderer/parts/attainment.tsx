import type { PromisedTarget } from "../charts/targets.ts";
import { useWording } from "../workbench.tsx";

/** Whether a target is reached, as a word with a shape of its own: told apart without colour, and no traffic light. */
export function Attainment({ attained }: { attained: NonNullable<PromisedTarget["attained"]> }) {
  const { t } = useWording();
  return (
    <span className="attainment" data-attained={attained}>
      <svg viewBox="0 0 12 12" aria-hidden>
        {attained === "yes" ? <circle cx="6" cy="6" r="5" /> : null}
        {attained === "no" ? <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" /> : null}
        {attained === "undecided" ? <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" /> : null}
      </svg>
      {t(`attained.${attained}`)}
    </span>
  );
}
