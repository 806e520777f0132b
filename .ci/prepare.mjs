// Runs after `npm ci`: builds the app and puts the command `sammanhang` where npx finds it.
//
// The root package has no `bin`, because npx would install the root into its own cache and, after one failure, fail for ever.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bundler = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");

// `npm install --package-lock-only` comes here too, with nothing installed.
if (existsSync(bundler)) {
  const built = spawnSync(process.execPath, [bundler, "build", "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) process.exit(built.status ?? 1);
  linkCommand(join(root, "node_modules", ".bin"));
}

function linkCommand(folder) {
  const command = join(folder, "sammanhang");
  mkdirSync(folder, { recursive: true });
  rmSync(command, { force: true });
  if (process.platform === "win32") {
    writeFileSync(`${command}.cmd`, '@node "%~dp0\\..\\..\\out\\main\\cli.js" %*\r\n');
    return;
  }
  symlinkSync("../../out/main/cli.js", command);
}
