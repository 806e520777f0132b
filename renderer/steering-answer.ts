import type { Catalog, ExportForm, Fault, FigureRequest, FiguresRequest, Host } from "../electron/contract.ts";
import { faultOf } from "./fault.ts";
import { safelyOrdered } from "./row-order.ts";
import { decodeFigures, type Figure } from "./table.ts";

/** The figures of one answer in the evaluator's room, and what was asked for them. */
export interface Answer {
  host: Host;
  codes: Catalog["codes"];
  request: FiguresRequest;
  figures: readonly Figure[];
}

/** The same figures as the steering room would show them, by the evaluator's own; or why that cannot be told. */
export type SteeringAnswer = ReadonlyMap<Figure, Figure> | Fault;

interface Remembered extends Answer {
  place: number;
}

/** A part of a figure that a page cuts out of it, and how the same is cut out of another. */
interface Part {
  of: Figure;
  /** The one column that the part is divided by. */
  by: string;
  cut(other: Figure): Figure | undefined;
}

const answers = new WeakMap<Figure, Remembered>();
const parts = new WeakMap<Figure, Part>();
const asked = new WeakMap<readonly Figure[], Promise<SteeringAnswer>>();

/** Keeps what a figure was the answer to, so that a card can ask for the steering room's without knowing its page. */
export function rememberAnswer(answer: Answer): void {
  for (const [place, figure] of answer.figures.entries()) answers.set(figure, { ...answer, place });
}

/** Keeps what a figure was cut out of. */
export function rememberPart(figure: Figure, part: Part): void {
  parts.set(figure, part);
}

/** Asks once for all figures of the answer that this one came in: what is shown together is protected together. */
export function askSteering(figure: Figure): Promise<SteeringAnswer> | undefined {
  const part = parts.get(figure);
  if (part !== undefined) {
    return askSteering(part.of)?.then((answer) => (answer instanceof Map ? cutAnswer(figure, part, answer) : answer));
  }
  const answer = answers.get(figure);
  if (answer === undefined) return undefined;
  const before = asked.get(answer.figures);
  if (before !== undefined) return before;
  const asking = askAs(answer, answer.request).then(
    (figures): SteeringAnswer =>
      new Map(answer.figures.flatMap((own, at) => (figures[at] ? [[own, figures[at]]] : []))),
    (error: unknown): SteeringAnswer => faultOf(error),
  );
  asked.set(answer.figures, asking);
  return asking;
}

/** What this one figure was asked with. */
export function questionOf(figure: Figure): FigureRequest | undefined {
  const part = parts.get(figure);
  const answer = answers.get(part?.of ?? figure);
  const request = answer?.request.figures[answer.place];
  if (part === undefined || request === undefined || !("indicator" in request)) return request;
  const { margins: _, ...rest } = request;
  return { ...rest, by: [part.by] };
}

/** Another figure as it would stand alone in the steering room, with the same scope unless another is given. */
export async function askAlone(
  beside: Figure,
  figure: FigureRequest,
  scope: FiguresRequest["scope"] = {},
): Promise<Figure | undefined> {
  const answer = answers.get(parts.get(beside)?.of ?? beside);
  if (answer === undefined) return undefined;
  const [alone] = await askAs(answer, { scope: { ...answer.request.scope, ...scope }, figures: [figure] });
  return alone;
}

/**
 * These figures as they may leave the evaluator's room. Those with one scope are asked for at once; a part of a figure as its own
 * question, since the whole may be divided by more than may leave.
 */
export async function askForFile(figures: readonly Figure[], form: ExportForm): Promise<ReadonlyMap<Figure, Figure>> {
  const groups = new Map<string, { answer: Answer; own: Figure[]; requests: FigureRequest[] }>();
  for (const figure of figures) {
    const answer = answers.get(parts.get(figure)?.of ?? figure);
    const request = questionOf(figure);
    if (answer === undefined || request === undefined)
      throw new Error(`It is not known what ${figure.meta.name} was asked with.`);
    const key = JSON.stringify(answer.request.scope);
    const group = groups.get(key) ?? { answer, own: [], requests: [] };
    groups.set(key, group);
    group.own.push(figure);
    group.requests.push(request);
  }
  const formed = new Map<Figure, Figure>();
  for (const { answer, own, requests } of groups.values()) {
    const found = await askAs(answer, { scope: answer.request.scope, figures: requests, as: form });
    for (const [at, figure] of own.entries()) formed.set(figure, found[at]!);
  }
  return formed;
}

function cutAnswer(figure: Figure, { of, cut }: Part, answer: ReadonlyMap<Figure, Figure>): SteeringAnswer {
  const whole = answer.get(of);
  const own = whole && cut(whole);
  return new Map(own === undefined ? [] : [[figure, own]]);
}

async function askAs({ host, codes }: Answer, request: FiguresRequest): Promise<Figure[]> {
  const bytes = await host.figures({ as: "steering", ...request });
  return decodeFigures(bytes).map((figure) => safelyOrdered(figure, codes));
}
