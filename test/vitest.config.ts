import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // A zone that is not UTC, so that a date that goes through local time shows itself as a day off.
    env: { TZ: "America/St_Johns" },
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
