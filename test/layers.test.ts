import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

interface Import {
  file: string;
  /** A path from the project's root, or a package's name as written. */
  target: string;
  typeOnly: boolean;
  /** Fetched when it is needed, as a page is: what imports it has run by then. */
  late: boolean;
}

interface Layer {
  files: RegExp;
  may: RegExp;
  /** For the person whose import is refused. */
  instead: string;
}

const SHARED = "electron/(contract|refusal)\\.ts";
const WORKSPACE = "electron/(workspace|workspace-settings|write-whole|make-folder|disk-refusal)\\.ts";
const ENGINE_PARTS = `electron/(engine|intake|stats|disclosure)/|${WORKSPACE}|${SHARED}`;

/** The first layer that fits a file decides what it may import. */
const LAYERS: Layer[] = [
  { files: /^electron\/contract\.ts$/, may: /^$/, instead: "The contract is types only; write the type here." },
  { files: /^electron\/refusal\.ts$/, may: /^electron\/contract\.ts$/, instead: "A refusal knows the contract only." },
  {
    files: /^electron\/stats\//,
    may: /^(electron\/stats\/|@stdlib\/)/,
    instead: "Statistics are functions of numbers: let the caller bring what you reach for.",
  },
  {
    files: /^electron\/disclosure\//,
    may: new RegExp(`^(electron/(disclosure|stats)/|${SHARED}|highs$)`),
    instead: "Disclosure control is pure functions over tables: let the engine bring the table.",
  },
  {
    files: new RegExp(`^electron/(engine|intake|synth)/|^${WORKSPACE}$`),
    may: new RegExp(
      `^(${ENGINE_PARTS}|electron/(synth/|offers\\.ts)|package\\.json$|node:|zod$|yauzl$|apache-arrow$|@duckdb/node-api$)`,
    ),
    instead: "The engine knows neither shells nor wires nor pages: take what you need as an argument.",
  },
  {
    files: /^electron\/(serve\/|offers\.ts$)/,
    may: new RegExp(`^(electron/(serve/|offers\\.ts|disk-refusal\\.ts)|${SHARED}|node:|zod$)`),
    instead: "A wire carries the contract and knows nothing of what lies behind it.",
  },
  {
    files: /^electron\/(main\/|main\.ts$|preload\.ts$)/,
    may: new RegExp(
      `^(electron$|electron/main/|electron/offers\\.ts$|electron/serve/(static|parent)\\.ts$|${SHARED}|node:)`,
    ),
    instead: "Electron's main process knows nothing about data: ask the engine process.",
  },
  {
    files: /^electron\/([a-z-]+\.ts$|cli\/|report\/|start\/)/,
    may: new RegExp(
      `^(${ENGINE_PARTS}|electron/(serve|cli|report|start|synth)/|electron/(web|offers)\\.ts|node:|electron$|package\\.json$|commander$|cli-progress$|cli-table3$|apache-arrow$)`,
    ),
    instead: "An entry opens a host and serves it: what it needs more belongs into the engine.",
  },
  {
    files: /^renderer\/charts\//,
    may: /^(renderer\/|electron\/contract\.ts$|@observablehq\/plot$|apache-arrow$)/,
    instead: "A chart is a function from a table to a Plot specification: do the rest in a page or in SQL.",
  },
  {
    files: /^renderer\//,
    may: /^(renderer\/|electron\/contract\.ts$|(?!node:|electron|@duckdb|zod$|yauzl$|commander$)[@a-z])/,
    instead: "A page knows the contract only: ask the host through it.",
  },
];

/** Packages that one place alone may know, so that they can be replaced there. */
const ONLY_IN: { target: RegExp; files: RegExp }[] = [
  { target: /^@duckdb\//, files: /^electron\/engine\/(database|arrow|functions|json-value)\.ts$/ },
  { target: /^apache-arrow$/, files: /^(electron\/engine\/arrow\.ts$|electron\/cli\/table\.ts$|renderer\/)/ },
  { target: /^electron$/, files: /^electron\/(main\/|main\.ts$|preload\.ts$|engine\.ts$)/ },
];

const sources = ["electron", "renderer"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
);
const imports = sources.flatMap(importsOf);

/** Reads the import lines; `import(…)` and `export … from` too. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8").replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const lines = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?from\s*)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g,
  );
  return Array.from(lines, ([, type, from, dynamic]) => {
    const path = (from ?? dynamic)!.split("?")[0]!;
    const target = path.startsWith(".") ? join(dirname(file), path).replaceAll("\\", "/") : path;
    return { file, target, typeOnly: type !== undefined, late: dynamic !== undefined };
  });
}

test("import lines are found", () => {
  expect(imports.length).toBeGreaterThan(sources.length);
});

test("each file imports only what its layer may", () => {
  const wrong = imports.flatMap(({ file, target }) => {
    const layer = LAYERS.find(({ files }) => files.test(file));
    if (!layer) return [`${file} belongs to no layer. Move it, or describe its layer in this test.`];
    return layer.may.test(target) ? [] : [`${file} imports ${target}. ${layer.instead}`];
  });
  expect(wrong).toEqual([]);
});

test("a page takes types alone from the other side", () => {
  const wrong = imports
    .filter(({ file, target, typeOnly }) => /^renderer/.test(file) && /^electron/.test(target) && !typeOnly)
    .map(
      ({ file, target }) => `${file} imports ${target}. Write "import type": nothing of electron/ may run in a page.`,
    );
  expect(wrong).toEqual([]);
});

test("a package that may change is known in one place", () => {
  const wrong = imports.flatMap(({ file, target, typeOnly }) =>
    ONLY_IN.filter((rule) => rule.target.test(target) && !rule.files.test(file) && !typeOnly).map(
      (rule) => `${file} imports ${target}. Only ${rule.files.source} may: add a function there and call it.`,
    ),
  );
  expect(wrong).toEqual([]);
});

test("nothing imports in a circle", () => {
  const next = new Map<string, string[]>();
  for (const { file, target, typeOnly, late } of imports) {
    if (!typeOnly && !late) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (path.includes(file) || done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of sources) walk(file, []);
  expect(circles, "Move what both need into a file of its own.").toEqual([]);
});

test("no file is a mere list of other files' exports", () => {
  const wrong = sources
    .filter((file) => /^export\s*(\*|\{[^}]*\})\s*from/m.test(readFileSync(file, "utf8")))
    .map((file) => `${file} passes on exports. Import from the file that has the thing.`);
  expect(wrong).toEqual([]);
});
