import type { ExportForm } from "../../electron/contract.ts";
import type { ChartContext, Drawing } from "../charts/chart.ts";
import type { Draw } from "../figure.tsx";
import { askForFile } from "../steering-answer.ts";
import type { Figure } from "../table.ts";
import type { NamedFigure } from "../united.ts";

/** A card's figures in the form of a file, and its chart drawn from them and from nothing else. */
export interface FormedCard {
  figures: NamedFigure[];
  draw: ((context: ChartContext) => Drawing | undefined) | undefined;
}

/**
 * Asks the engine for a card in a form that may leave the room. A chart may also draw figures that the card does not list, such as
 * the whole beside its parts: it is drawn once to learn which. Rejects with the fault of a figure that has no such form.
 */
export async function formedCard(
  own: readonly NamedFigure[],
  draw: Draw | undefined,
  form: ExportForm,
  context: ChartContext,
): Promise<FormedCard> {
  const wanted = new Set(own.map(({ figure }) => figure));
  draw?.(context, (figure) => {
    wanted.add(figure);
    return figure;
  });
  const formed = await askForFile([...wanted], form);
  const see = (figure: Figure): Figure => {
    const found = formed.get(figure);
    if (found === undefined) throw new Error(`There is no protected form of ${figure.meta.name}.`);
    return found;
  };
  const figures = own.map(({ name, figure }) => ({ name, figure: see(figure) }));
  for (const figure of formed.values()) if (figure.meta.fault !== undefined) throw { fault: figure.meta.fault };
  return { figures, draw: draw && ((again) => drawSeen(draw, again, see)) };
}

/** A chart that looks at no figure through `see` would be drawn of the figures as they are. */
function drawSeen(draw: Draw, context: ChartContext, see: (figure: Figure) => Figure): Drawing | undefined {
  let looked = false;
  const drawing = draw(context, (figure) => {
    looked = true;
    return see(figure);
  });
  if (!looked) throw new Error("The chart was not drawn of the protected figures.");
  return drawing;
}
