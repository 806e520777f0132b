// Says in one line how the tests went, from vitest's report and from how the whole run ended; ends alike.
import { readFileSync } from "node:fs";

const [file, status] = process.argv.slice(2);
const {
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  numFailedTestSuites = 0,
} = report();

// A suite that did not even start has no tests to fail, and types, lint and build are no tests.
const failed = numFailedTests || Number(numFailedTestSuites > 0 || status !== "0");
const skipped = numPendingTests + numTodoTests;
console.log(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;

function report() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
