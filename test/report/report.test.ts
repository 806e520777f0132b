import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sammanhang, spawnBuilt } from "../cli/spawned.ts";
import { deliver, emptyWorkspace, person, stay } from "../diff/deliveries.ts";

let parent: string;
/** 27 made-up persons of one municipality. */
let workspace: string;
let browser: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "report-"));
  workspace = join(parent, "workspace");
  const source = join(parent, "package");
  const programme = "kramfors-ungdomsanstallningar";
  for (const args of [
    ["synth", "--programme", programme, "--participants", "27", "--out", source],
    ["new", workspace],
    ["load", source, "--workspace", workspace],
  ]) {
    const { code, stderr } = await sammanhang(...args);
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${stderr}`);
  }
  browser = await chromium.executablePath();
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const report = (out: string, args: string[] = [], env: Record<string, string> = {}, of = workspace) =>
  spawnBuilt("cli.js", ["report", "--workspace", of, "--out", join(parent, out), ...args], env).ended;

/** None is to be found, so that only the HTML is written. */
const noBrowser = { CHROMIUM: "", PATH: "" };

async function page(out: string, file: string): Promise<{ html: string; document: Document }> {
  const html = await readFile(join(parent, out, file), "utf8");
  return { html, document: new JSDOM(html.replace(/<style>.*?<\/style>/s, "")).window.document };
}

const texts = (root: ParentNode, selector: string): string[] =>
  Array.from(root.querySelectorAll(selector), ({ textContent }) => (textContent ?? "").trim());

describe("a programme's report", () => {
  const file = "kramfors-ungdomsanstallningar.sv.html";

  test("is the same a second time, when the first has become part of what was shown, and as PDF too", async () => {
    for (const out of ["first", "second"]) {
      const { code, stderr } = await report(out, ["--language", "sv"], { CHROMIUM: browser });
      expect([code, stderr]).toEqual([0, expect.stringContaining(".pdf")]);
    }
    const files = await readdir(join(parent, "first"));
    expect(files.sort()).toEqual([file, file.replace(".html", ".pdf")]);
    for (const each of files) {
      const [first, second] = await Promise.all(["first", "second"].map((out) => readFile(join(parent, out, each))));
      expect(first!.equals(second!), each).toBe(true);
    }
    const pdf = (await readFile(join(parent, "first", file.replace(".html", ".pdf")))).toString("latin1");
    expect(pdf).toContain("/MarkInfo");
    expect(pdf).toContain("/Lang (sv)");
    const { document } = await page("first", file);
    expect(pdf).toContain(`/CreationDate (D:${dayOf(document)}000000`);
  }, 240_000);

  test("stands alone: it loads nothing and runs nothing", async () => {
    const { html, document } = await page("first", file);
    expect(texts(document, "script, link, img, iframe, object, embed")).toEqual([]);
    const loaded = Array.from(
      html.matchAll(/\b(?:src|href|xlink:href|action)="([^#"][^"]*)"|url\(([^d)][^)]*)\)|@import/g),
    );
    expect(loaded.map(([found]) => found)).toEqual([]);
    expect(html).not.toMatch(/\son[a-z]+="/);
  });

  test("can be heard: language, headings, named tables and charts in words", async () => {
    const { document } = await page("first", file);
    expect(document.documentElement.lang).toBe("sv");
    expect(texts(document, "h1")).toHaveLength(1);
    expect(texts(document, "section").length).toBe(texts(document, "section > h2").length);
    for (const table of document.querySelectorAll("table")) {
      expect(texts(table, "caption").join("")).not.toBe("");
      expect(table.querySelectorAll("th:not([scope])")).toHaveLength(0);
    }
    const charts = [...document.querySelectorAll("svg")];
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) expect(chart.getAttribute("aria-label")).toMatch(/\w{3}/);
  });

  test("hides each exit reason of one to four persons, which the evaluator sees", async () => {
    const { stdout } = await sammanhang("view", "exit_reasons", "--workspace", workspace, "--format", "json");
    const rows = (JSON.parse(stdout) as { rows: { k: number }[] }).rows;
    const few = rows.filter(({ k }) => k > 0 && k < 5).length;
    expect(few).toBeGreaterThan(0);
    const { document } = await page("first", file);
    const table = document.querySelector("section[aria-labelledby=reasons] table")!;
    const counts = Array.from(table.querySelectorAll("tbody tr"), (row) => texts(row, "td")[0]!);
    expect(counts.filter((count) => /^[1-4]$/.test(count))).toEqual([]);
    expect(counts.filter((count) => count === "..").length).toBeGreaterThanOrEqual(few);
  });

  test("tells how many numbers are hidden", async () => {
    const { document } = await page("first", file);
    const [hidden] = /tal är (\d+) dolda/.exec(document.body.textContent ?? "")?.slice(1) ?? [];
    expect(Number(hidden)).toBeGreaterThan(0);
  });

  test("speaks English when asked, and says why there is no PDF", async () => {
    const { code, stderr } = await report("english", ["--language", "en"], noBrowser);
    expect(code).toBe(0);
    expect(stderr).toMatch(/No PDF is written.*CHROMIUM/);
    const { document } = await page("english", file.replace(".sv.", ".en."));
    expect(document.documentElement.lang).toBe("en");
    expect(texts(document, "h2")).toContain("Method");
    expect(existsSync(join(parent, "english", file.replace(".sv.html", ".en.pdf")))).toBe(false);
  });
});

describe("of four persons nothing is told", () => {
  let tiny: Awaited<ReturnType<typeof emptyWorkspace>>;

  beforeAll(async () => {
    tiny = await emptyWorkspace();
    const names = ["P1", "P2", "P3", "P4"];
    await deliver(tiny.workspace, {
      as_of: "2022-12-31",
      participant: names.map((name) => person(name)),
      enrolment: names.map((name, at) => stay(name, name, at < 3 ? `2022-03-0${at + 1},work` : ",")),
    });
  });
  afterAll(() => tiny?.remove());

  test.each([
    ["the programme", [], "varmlands-arbetskraft-2.sv.html"],
    ["their municipality", ["--municipality", "1781"], "1781-kristinehamn.sv.html"],
  ])("%s", async (_, args, file) => {
    const { code, stderr } = await report("tiny", args, noBrowser, tiny.workspace.folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining(file)]);
    const { document } = await page("tiny", file);
    const milestones = /Organisatoriska|milstolp/i;
    const cells = [...document.querySelectorAll("tbody tr")]
      .filter((row) => !milestones.test(row.textContent ?? ""))
      .flatMap((row) => texts(row, "td[data-numeric]"));
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => /[1-9]/.test(cell))).toEqual([]);
    const told = (document.querySelector("header")?.textContent ?? "") + texts(document, "dd").join(" ");
    expect(told).not.toMatch(/\b[1-4] (av|personer|person)\b|(75|100)[\s\u00a0]?%/);
    const drawn = texts(document, "svg text").filter((text) => !/%$|^mål/.test(text));
    expect(drawn.filter((text) => /^[1-4]$|\d+ av \d+/.test(text))).toEqual([]);
  });
});

describe("what cannot be reported is refused with a sentence", () => {
  test.each([
    ["a programme without data", ["--programme", "trappsteget"], /trappsteget/],
    ["a municipality of another programme", ["--municipality", "1781"], /1781/],
  ])("%s", async (_, args, sentence) => {
    const { code, stderr } = await report("refused", [...args, "--language", "sv"], noBrowser);
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
    expect(existsSync(join(parent, "refused"))).toBe(false);
  });

  test("both a municipality and each of them is wrong usage", async () => {
    expect((await report("refused", ["--each", "municipality", "--municipality", "2282"], noBrowser)).code).toBe(2);
  });
});

test("one report for each municipality, called by its code and name", async () => {
  const { code } = await report("each", ["--each", "municipality", "--language", "sv"], noBrowser);
  expect(code).toBe(0);
  expect(await readdir(join(parent, "each"))).toEqual(["2282-kramfors.sv.html"]);
}, 120_000);

/** The extract's day as the title block has it, in digits. */
function dayOf(document: Document): string {
  const named = [...document.querySelectorAll("header .facts div")].find(
    (div) => texts(div, "dt")[0] === "Uttagets dag",
  )!;
  const months = "januari februari mars april maj juni juli augusti september oktober november december".split(" ");
  const [day = "", month = "", year = ""] = texts(named, "dd")[0]!.split(" ");
  return `${year}${String(months.indexOf(month) + 1).padStart(2, "0")}${day.padStart(2, "0")}`;
}
