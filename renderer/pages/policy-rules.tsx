import { useWorkbench } from "../workbench.tsx";

/** What is hidden, kind by kind, with the workspace's numbers. */
export function PolicyRules() {
  const { catalog, wording } = useWorkbench();
  const { t, format, code } = wording;
  const { policy } = catalog;
  const values = {
    most: format.count(policy.smallest_count - 1),
    base: format.count(policy.smallest_base),
    mean: format.count(policy.smallest_n_mean),
    reasons: format.list(policy.sensitive_exit_reasons.map((reason) => inRunningText(code("exit_reason", reason)))),
    other: inRunningText(code("exit_reason", "other")),
  };
  const kinds = ["count", "share", "mean", ...(policy.hide_uniform ? ["group"] : []), "sum", "extreme"];
  const rules = policy.sensitive_exit_reasons.length === 0 ? kinds : [...kinds, "sensitive"];
  return (
    <section className="card wide">
      <h2>{t("policy.rules")}</h2>
      <table className="table policy-table">
        <thead>
          <tr>
            <th scope="col">{t("policy.kind")}</th>
            <th scope="col">{t("policy.hidden_when")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule}>
              <th scope="row">{t(`policy.rule_${rule}`)}</th>
              <td>{t(`policy.rule_${rule}_when`, values)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function inRunningText(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
