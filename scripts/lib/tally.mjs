import fs from "node:fs";

const total = { passed: 0, failed: 0 };
const failures = [];

/** Counts one check by its exit code. */
export function countCheck(name, code) {
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** Counts what a runner reports of its tests. One that ended badly without naming a failed test counts as one failed. */
export function countReport(name, code, file, readCounts) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = readCounts(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch {}
  const endedBadly = code !== 0 || counts.passed + counts.failed === 0;
  count(name, endedBadly && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
}

export function vitestCounts({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

export function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

/** The last line of a run, and its exit code. */
export function conclude() {
  console.log(failures.length ? `\nnot passed: ${failures.join(", ")}` : "");
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

function count(name, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  if (failed) failures.push(name);
  console.log(`\n── ${name}: ${passed} passed, ${failed} failed`);
}
