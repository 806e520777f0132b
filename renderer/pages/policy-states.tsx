import { emptySigns } from "../empty-cell.ts";
import { useWorkbench } from "../workbench.tsx";

/** The six things that a cell can be, and how each is written. */
export function PolicyStates() {
  const { t, glyph, format } = useWorkbench().wording;
  const states = [
    { name: "number", sign: format.count(64) },
    { name: "hidden", sign: glyph },
    { name: "zero", sign: format.count(0) },
    { name: "not_applicable", sign: emptySigns.not_applicable },
    { name: "missing", sign: emptySigns.missing },
    { name: "not_yet", sign: t("suppression.state_not_yet") },
  ];
  return (
    <section className="card half">
      <h2>{t("policy.states")}</h2>
      <table className="table policy-table">
        <thead>
          <tr>
            <th scope="col">{t("policy.sign")}</th>
            <th scope="col">{t("policy.means")}</th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ name, sign }) => (
            <tr key={name}>
              <th scope="row" className="policy-sign">
                {sign}
              </th>
              <td>{t(`policy.state_${name}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
