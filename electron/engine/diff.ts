import { join } from "node:path";
import type { DeliveryDiff, ExtractMeta, Policy } from "../contract.ts";
import { buildInputs } from "../intake/build-inputs.ts";
import { toldCoarsening } from "../intake/coarsening-words.ts";
import { ensureBuild } from "../intake/ensure-build.ts";
import { listExtracts } from "../intake/extracts.ts";
import { coarseningOf } from "../intake/read-coarsenings.ts";
import { readTableDefinitions } from "../intake/table-definition.ts";
import type { Workspace } from "../workspace.ts";
import { chooseDeliveries } from "./diff-choice.ts";
import { diffFigures } from "./diff-figures.ts";
import { diffRows } from "./diff-rows.ts";
import { timeLimitMs } from "./figures.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { type Library, readLibrary } from "./library.ts";
import type { Desk } from "./question.ts";
import { type BuiltExtract, openSession } from "./session.ts";
import { shippedQueries } from "./shipped.ts";
import { createKeptMarks } from "./steering-marks.ts";

interface DiffOptions {
  /** SHA-256 of each, or enough of it. */
  names: readonly [string, string];
  policy: Policy;
  product: string;
  signal?: AbortSignal;
}

/**
 * Compares two deliveries, also such as newer ones have taken the place of. For the evaluator's eyes: nothing in it is protected.
 * Throws a Refusal for two that have nothing in common, whose identifiers are of different suppliers or programmes.
 */
export async function diffDeliveries(
  workspace: Workspace,
  { names, policy, product, signal }: DiffOptions,
): Promise<DeliveryDiff> {
  const queries = shippedQueries();
  const library = await readLibrary([
    { path: queries, origin: "shipped" },
    { path: workspace.folder, origin: "workspace" },
  ]);
  const inputs = await buildInputs(library, workspace);
  const { extracts } = await listExtracts(workspace);
  const chosen = chooseDeliveries(extracts, names);
  const built = async ({ kept, ...entry }: (typeof extracts)[number]): Promise<BuiltExtract> => {
    const { extract, programme, as_of, completeness, supplied_by, note, synthetic } = entry;
    const coarsened = toldCoarsening(coarseningOf(inputs.coarsenings, entry));
    const meta = { extract, programme, as_of, completeness, supplied_by, note, synthetic };
    const path = await ensureBuild(workspace, kept, inputs, { signal });
    return { ...meta, ...(coarsened.length > 0 && { coarsened }), path };
  };
  const [before, after] = [await built(chosen.before), await built(chosen.after)];
  const definitions = await readTableDefinitions(join(queries, "extract"));
  const tables = await diffRows(definitions, { before: before.path, after: after.path }, signal);
  const spill = join(workspace.folder, ".build", "spill");
  const desks = {
    before: await openDelivery(library, before, { product, spill }),
    after: await openDelivery(library, after, { product, spill }),
  };
  try {
    return { before: metaOf(before), after: metaOf(after), tables, ...(await diffFigures(desks, policy, signal)) };
  } finally {
    await desks.before.session.close();
    await desks.after.session.close();
  }
}

/** A desk with one delivery alone, whether or not it is the current one. */
async function openDelivery(
  library: Library,
  extract: BuiltExtract,
  { product, spill }: { product: string; spill: string },
): Promise<Desk> {
  const session = await openSession({ library, extracts: [extract], database: { tempDirectory: spill } });
  return {
    library,
    session,
    extracts: [metaOf(extract)],
    kept: createKeptAnswers(session.database, timeLimitMs),
    marks: createKeptMarks(session.database, session.tracing, timeLimitMs),
    setAside: [],
    sql: { tables: {}, functions: [] },
    room: "evaluator",
    sensitive: [],
    product,
  };
}

function metaOf({ path: _, ...meta }: BuiltExtract): ExtractMeta {
  return meta;
}
