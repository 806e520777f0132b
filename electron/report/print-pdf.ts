import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Refusal } from "../refusal.ts";
import { writeWhole } from "../write-whole.ts";
import { type Devtools, openDevtools } from "./devtools.ts";
import { reproduciblePdf } from "./reproducible-pdf.ts";

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

/**
 * Prints an HTML file as a tagged PDF with an outline. The same browser makes the same bytes of the same file. Throws a Refusal
 * where the browser does not do it; the HTML is there then all the same.
 */
export async function printPdf({ chromium, html, pdf, day, signal }: Printing): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "sammanhang-print-"));
  const browser = openDevtools(chromium, browserArgs(profile), AbortSignal.any([signal, limit()]));
  try {
    const printed = await print(browser, pathToFileURL(resolve(html)).href);
    await writeWhole(pdf, reproduciblePdf(printed, day));
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(
      "cannot_print",
      {
        sv: `Rapporten finns som HTML, men ${chromium} kunde inte skriva ut den som PDF.`,
        en: `The report is there as HTML, but ${chromium} could not print it as PDF.`,
      },
      { cause, detail: cause instanceof Error ? cause.message : undefined },
    );
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function print({ send, next }: Devtools, url: string): Promise<Buffer> {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const page = String(sessionId);
  await send("Page.enable", {}, page);
  const loaded = next("Page.loadEventFired");
  await send("Page.navigate", { url }, page);
  await loaded;
  await send("Runtime.evaluate", { expression: "document.fonts.ready.then(() => true)", awaitPromise: true }, page);
  const options = { printBackground: true, preferCSSPageSize: true };
  const tagged = { generateTaggedPDF: true, generateDocumentOutline: true };
  const { data } = await send("Page.printToPDF", { ...options, ...tagged }, page);
  return Buffer.from(String(data), "base64");
}

function browserArgs(profile: string): string[] {
  return [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-extensions",
    // Letters are as wide on every screen.
    "--font-render-hinting=none",
    `--user-data-dir=${profile}`,
    // Chromium refuses to be run by root inside its own walls, as in a container.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

function limit(): AbortSignal {
  return AbortSignal.timeout(MOST_MILLISECONDS);
}
