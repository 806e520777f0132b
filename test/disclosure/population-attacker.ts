import loadHighs, { type Highs, type Model } from "highs";

/** A count that an attacker was told of: how many have a predicate that the attacker knows; null where it is hidden. */
export interface Told {
  /** One number for each kind of person there could be: how often one of them is counted. */
  kinds: Uint8Array;
  count: number | null;
  /** It belongs to a row that is there, so somebody has it. */
  present: boolean;
}

export interface PopulationAttack {
  /** Whether two populations that agree with all that was told differ in a count by as much. */
  differs(told: number, by: number): boolean;
  close(): void;
}

const highs: Highs = await loadHighs();

/**
 * Attacks by the definition: one unknown whole number for each combination of attributes that a person could have, whether anybody
 * has it or not, and one equation for each count that was told. Knows nothing of marks. `truth`: of each kind, how many there are.
 */
export function attackPopulation(kinds: number, told: readonly Told[], truth: Float64Array): PopulationAttack {
  const model: Model = highs.createModel();
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  for (let kind = 0; kind < kinds; kind++) model.addVar(0, highs.infinity);
  told.forEach(({ kinds: holds, count, present }, at) => {
    model.addVar(count ?? (present ? 1 : 0), count ?? highs.infinity);
    const indices = Array.from(holds.keys()).filter((kind) => holds[kind]);
    model.addRow(0, 0, { indices: [kinds + at, ...indices], values: [-1, ...indices.map((kind) => holds[kind]!)] });
  });
  const { integer, continuous } = highs.constants.variableType;
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const counts = told.map(({ kinds: holds }) => holds.reduce((sum, times, kind) => sum + times * truth[kind]!, 0));
  const seen: Float64Array[] = [Float64Array.from(counts)];
  let whole = false;
  const furthest = (at: number, sense: 1 | -1, most: number, integral: boolean): number => {
    if (whole !== integral) {
      for (let kind = 0; kind < kinds; kind++) model.changeColIntegrality(kind, integral ? integer : continuous);
      whole = integral;
    }
    const { present } = told[at]!;
    const least = present ? 1 : 0;
    model.changeColBounds(kinds + at, Math.max(least, counts[at]! - most), counts[at]! + most);
    model.changeColCost(kinds + at, sense);
    model.run();
    const status = model.getModelStatus();
    const { colValue } = model.getSolution();
    model.changeColCost(kinds + at, 0);
    model.changeColBounds(kinds + at, least, highs.infinity);
    if (status === unbounded || status === unboundedOrInfeasible) throw new Error("The attack has no end.");
    if (status !== optimal) throw new Error(`The attack ended with status ${status}.`);
    const isWhole = colValue.slice(0, kinds).every((value) => Math.abs(value - Math.round(value)) < 1e-6);
    if (isWhole) seen.push(Float64Array.from(told, (_, each) => Math.round(colValue[kinds + each]!)));
    return isWhole || integral ? Math.round(colValue[kinds + at]!) : Number.NaN;
  };
  const spread = (at: number): number => {
    const values = seen.map((each) => each[at]!);
    return Math.max(...values) - Math.min(...values);
  };
  const differs = (at: number, by: number): boolean => {
    for (const integral of [false, true]) {
      for (const sense of [-1, 1] as const) {
        if (spread(at) >= by) return true;
        furthest(at, sense, by, integral);
      }
    }
    return spread(at) >= by;
  };
  return { differs, close: () => model.dispose() };
}
