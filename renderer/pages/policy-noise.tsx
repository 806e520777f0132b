import { useWorkbench } from "../workbench.tsx";
import { noiseTable } from "./policy-noise-table.ts";

const noises = [-3, -2, -1, 0, 1, 2];

/** Rounding and noise, which a file may have instead of hidden numbers, with the table of the noise. */
export function PolicyNoise() {
  const { catalog, wording } = useWorkbench();
  const { t, format } = wording;
  const last = noiseTable.at(-1)?.count;
  return (
    <section className="card half">
      <h2>{t("policy.noise")}</h2>
      <ul className="policy-points">
        {[1, 2, 3, 4].map((point) => (
          <li key={point}>{t(`policy.noise_${point}`, { form: t(`form.${catalog.policy.exports}`).toLowerCase() })}</li>
        ))}
      </ul>
      <table className="table policy-table">
        <caption className="policy-caption">{t("policy.noise_table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("policy.noise_count")}</th>
            {noises.map((noise) => (
              <th key={noise} scope="col" data-numeric>
                {noise > 0 ? `+${noise}` : `${noise}`.replace("-", "−")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {noiseTable.map(({ count, shares }) => (
            <tr key={count}>
              <th scope="row">{count === last ? t("policy.noise_rest", { count }) : count}</th>
              {noises.map((noise) => {
                const share = shares.find((each) => each.noise === noise)?.share;
                return (
                  <td key={noise} data-numeric>
                    {share === undefined ? "" : format.share(share)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
