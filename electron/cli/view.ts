import { Command } from "commander";
import type { ParamMeta, Value, ViewEntry } from "../contract.ts";
import {
  collectPairs,
  formatOption,
  languageOption,
  outOption,
  protectOption,
  roomOption,
  type TableOptions,
  workspaceOption,
} from "./options.ts";
import { printTable, rowLimit } from "./print-table.ts";
import { withHost } from "./session.ts";
import { firstStream } from "./table.ts";
import type { Terminal } from "./terminal.ts";

interface ViewOptions extends TableOptions {
  param?: Record<string, string[]>;
}

export function viewCommand(terminal: Terminal): Command {
  return new Command("view")
    .description("run a saved view")
    .argument("<name>", "the view's name, as `catalog` lists it")
    .addOption(workspaceOption())
    .option("--param <name=value...>", "a parameter of the view; commas separate the values of a list", collectPairs)
    .addOption(formatOption())
    .addOption(protectOption())
    .addOption(roomOption())
    .addOption(languageOption())
    .addOption(outOption())
    .action((view: string, options: ViewOptions) =>
      withHost(terminal, options, async ({ host, catalog }) => {
        const entry = catalog.views.find(({ name }) => name === view);
        const params = Object.fromEntries(
          Object.entries(options.param ?? {}).map(([name, texts]) => [name, readParam(entry, name, texts)]),
        );
        const figures = [{ view, params, window: { limit: rowLimit(options.format) } }];
        const bytes = await host.figures({ scope: {}, figures, as: options.protect }, terminal.signal);
        await printTable(terminal, firstStream(bytes), { ...options, codes: catalog.codes, policy: catalog.policy });
      }),
    );
}

/** A text of the command line as what the view declares; an unknown parameter is for the engine to refuse. */
function readParam(view: ViewEntry | undefined, name: string, texts: string[]): Value {
  const { type = "varchar", codes } = view?.params.find((param: ParamMeta) => param.name === name) ?? {};
  // No text is no code, and is refused with the codes that there are.
  if (codes !== undefined && texts.join(",") === "") return "";
  if (type.endsWith("[]")) return texts.map((text) => readValue(type.slice(0, -2), text));
  return readValue(type, texts.join(","));
}

function readValue(type: string, text: string): Value {
  if (text === "" || text === "null") return null;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  const isNumber = /^(tinyint|smallint|integer|bigint|double|float|decimal)/.test(type);
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}
