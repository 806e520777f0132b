import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium } from "../../electron/report/chromium.ts";

import { reportFile } from "../../electron/report/report-file.ts";
import { reproduciblePdf } from "../../electron/report/reproducible-pdf.ts";

test("a file is called by code and name in letters that every disk takes", () => {
  expect(reportFile({ code: "1781", name: "Kristinehamn" }, "sv")).toBe("1781-kristinehamn.sv");
  expect(reportFile({ code: "0680", name: "Jönköping" }, "en")).toBe("0680-jonkoping.en");
  expect(reportFile({ code: "0586", name: "Mjölby kommun" }, "sv")).toBe("0586-mjolby-kommun.sv");
  expect(reportFile("trappsteget", "sv")).toBe("trappsteget.sv");
});

test("a PDF's dates are the extract's, and nothing moves", () => {
  const before = Buffer.from(
    "/Title (\xe5)\n/CreationDate (D:20261122225539+01'00')\n/ModDate (D:20261122225539Z)>>",
    "latin1",
  );
  const after = reproduciblePdf(before, "2022-12-31");
  expect(after.toString("latin1")).toBe(
    "/Title (\xe5)\n/CreationDate (D:20221231000000+00'00')\n/ModDate (D:20221231000000Z)>>",
  );
  expect(after).toHaveLength(before.length);
});

test("the browser is the one that is named, else the first on the path; one that is named wrongly is none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "path-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const program = join(folder, "chromium");
  await writeFile(program, "");
  await chmod(program, 0o755);
  expect(findChromium({ PATH: folder })).toBe(program);
  expect(findChromium({ PATH: "", CHROMIUM: program })).toBe(program);
  expect(findChromium({ PATH: folder, CHROMIUM: join(folder, "none") })).toBeUndefined();
});

test("a PDF's cells are numbered from one, in their order, wherever the browser began", () => {
  const pdf = Buffer.from("/ID (node00000131) /Headers [(node00000131) (node00000098)] /Names [(node00000098) 4 0 R]");
  expect(reproduciblePdf(pdf, "2022-12-31").toString()).toBe(
    "/ID (node00000002) /Headers [(node00000002) (node00000001)] /Names [(node00000001) 4 0 R]",
  );
});
