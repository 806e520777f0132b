import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { writeWhole } from "../write-whole.ts";
import { fixDates } from "./fix-dates.ts";

const run = promisify(execFile);

/** Long enough for a slow computer that starts a browser for the first time. */
const MOST_MILLISECONDS = 120_000;

interface Printing {
  chromium: string;
  html: string;
  pdf: string;
  /** The day that the PDF says it is of, `YYYY-MM-DD`. */
  day: string;
  signal: AbortSignal;
}

/** Prints an HTML file as a tagged PDF with an outline. The same browser makes the same bytes of the same file. */
export async function printPdf({ chromium, html, pdf, day, signal }: Printing): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sammanhang-print-"));
  try {
    const printed = join(folder, "report.pdf");
    const args = [
      "--headless",
      "--disable-gpu",
      "--hide-scrollbars",
      "--no-first-run",
      "--no-pdf-header-footer",
      "--export-tagged-pdf",
      "--generate-pdf-document-outline",
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${printed}`,
      // Chromium refuses to be run by root inside its own walls, as in a container.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      pathToFileURL(html).href,
    ];
    await run(chromium, args, { signal, timeout: MOST_MILLISECONDS });
    await writeWhole(pdf, fixDates(await readFile(printed), day));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
