import { defineConfig } from "vitest/config";

// One file after the other in one process each: what is measured must not share the machine with its neighbour.
export default defineConfig({
  test: {
    include: ["test/bench/*.bench.ts"],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    disableConsoleIntercept: true,
    reporters: ["dot"],
  },
});
