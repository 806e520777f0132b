import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** A Chromium without a window: the one that came from the npm registry on Linux, an installed Chrome elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  // Not with the arguments that it proposes: those turn off what keeps sites apart, which is what is to be shown.
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ["--no-sandbox", "--no-zygote"] });
}
