import "../styles/policy.css";
import { useWorkbench } from "../workbench.tsx";
import { PolicyExample } from "./policy-example.tsx";
import { PolicyLedger } from "./policy-ledger.tsx";
import { PolicyNoise } from "./policy-noise.tsx";
import { PolicyRules } from "./policy-rules.tsx";
import { PolicyStates } from "./policy-states.tsx";

const paragraphs = { rooms: 3, over_time: 4, promises: 5 } as const;

/** How small groups are protected here: the rules with the workspace's own numbers, and what they do not promise. */
export function PolicyPage() {
  const { catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const { smallest_count: smallest } = catalog.policy;
  const values = { smallest: format.count(smallest), most: format.count(smallest - 1) };
  return (
    <div className="page policy">
      <h1>{t("policy.title", values)}</h1>
      <p className="lede">{t("policy.lede")}</p>
      <div className="grid">
        <PolicyRules />
        <Texts name="rooms" count={paragraphs.rooms} />
        <PolicyExample />
        <PolicyStates />
        <Texts name="over_time" count={paragraphs.over_time} />
        <PolicyNoise />
        <Texts
          name="promises"
          count={paragraphs.promises}
          more={catalog.policy.hide_uniform ? [] : ["policy.promises_uniform"]}
        />
        {catalog.room === "evaluator" ? <PolicyLedger /> : null}
      </div>
    </div>
  );
}

interface TextsProps {
  name: keyof typeof paragraphs;
  count: number;
  /** Further points. */
  more?: readonly string[];
}

/** A card of points, `policy.<name>_1` and on. */
function Texts({ name, count, more = [] }: TextsProps) {
  const { t } = useWorkbench().wording;
  const own = Array.from({ length: count }, (_, at) => `policy.${name}_${at + 1}`);
  return (
    <section className={name === "rooms" ? "card" : "card half"}>
      <h2>{t(`policy.${name}`)}</h2>
      <ul className="policy-points">
        {[...own, ...more].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  );
}
