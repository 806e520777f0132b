import { chmodSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const entry = (name: string) => resolve(import.meta.dirname, "electron", `${name}.ts`);

/** The command is run by its name, also after it has been built anew. */
const executable = {
  name: "executable",
  writeBundle: () => chmodSync(resolve(import.meta.dirname, "out/main/cli.js"), 0o755),
};

// cli, web and start run in plain Node as well as beside Electron, so everything is built for the older of the two.
export default defineConfig({
  main: {
    plugins: [executable],
    build: {
      target: "node20",
      rollupOptions: {
        input: {
          main: entry("main"),
          engine: entry("engine"),
          web: entry("web"),
          cli: entry("cli"),
          start: entry("start"),
          protection: entry("protection"),
          // What a report is drawn with; the command fetches it when it is needed.
          report: resolve(import.meta.dirname, "renderer/report/report.ts"),
        },
        output: { format: "es" },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: entry("preload") },
        // A sandboxed preload is loaded as CommonJS.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, "renderer"),
    plugins: [react()],
    build: { minify: true, rollupOptions: { input: resolve(import.meta.dirname, "renderer/index.html") } },
  },
});
