import type { Measure } from "../pages/municipalities-measures.ts";
import { type Order, orders } from "../pages/municipalities-requests.ts";
import { useWording } from "../workbench.tsx";

interface CompareChoiceProps {
  measures: readonly Measure[];
  measure: Measure;
  onMeasure(id: string): void;
  order: Order;
  onOrder(order: Order): void;
}

/** By what municipalities are compared, and in which order they stand. */
export function CompareChoice({ measures, measure, onMeasure, order, onOrder }: CompareChoiceProps) {
  const { t } = useWording();
  return (
    <div className="compare-choice">
      <label>
        <span>{t("compare.measure")}</span>
        <select value={measure.id} onChange={(event) => onMeasure(event.target.value)}>
          {measures.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="switch">
        <legend className="hidden-visually">{t("compare.order")}</legend>
        {orders.map((name) => (
          <button key={name} type="button" aria-pressed={order === name} onClick={() => onOrder(name)}>
            {t(`compare.order_${name}`)}
          </button>
        ))}
      </fieldset>
      {order === "result" ? (
        <p className="compare-warning" role="note">
          {t("compare.order_warning")}
        </p>
      ) : null}
    </div>
  );
}
