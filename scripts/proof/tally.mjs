import fs from "node:fs";
import path from "node:path";

/** @import { Ending } from "../process/children.mjs" */
/** @typedef {{ name: string, seconds: number }} Timed */
/** @typedef {{ passed: number, failed: number, red?: string[] }} Counts */
/** @typedef {Counts & { files: Timed[] }} Report */
/** @typedef {{ status: string, fullName: string }} Assertion */
/** @typedef {{ name: string, status: string, startTime: number, endTime: number, assertionResults: Assertion[] }} TestFile */
/** @typedef {{ ok: boolean, title: string, tests: { results: { duration: number }[] }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];
/** @type {Timed[]} */
const files = [];

/**
 * Counts one check by its exit code.
 * @param {string} name
 * @param {Ending} code
 */
export function countCheck(name, code) {
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/**
 * Counts what a runner reports of its tests. One that ended badly without naming a failed test counts as one failed.
 * @template Written
 * @param {string} name
 * @param {Ending} code
 * @param {string} file
 * @param {(written: Written) => Report} readReport
 */
export function countReport(name, code, file, readReport) {
  /** @type {Report} */
  let report = { passed: 0, failed: 0, red: [], files: [] };
  try {
    report = readReport(JSON.parse(fs.readFileSync(file, "utf8")));
  } catch {}
  const endedBadly = code !== 0 || report.passed + report.failed === 0;
  files.push(...report.files);
  count(name, endedBadly && report.failed === 0 ? { ...report, failed: 1 } : report);
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} written
 * @returns {Report}
 */
export function vitestReport({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    red: [...failed.map(({ fullName }) => fullName), ...broken.map(({ name }) => nameOf(name))],
    files: testResults.map(({ name, startTime, endTime }) => ({
      name: nameOf(name),
      seconds: (endTime - startTime) / 1000,
    })),
  };
}

/**
 * @param {{ stats: { expected: number, flaky: number, unexpected: number }, errors: unknown[], suites: Suite[] }} written
 * @returns {Report}
 */
export function playwrightReport({ stats, errors, suites }) {
  const specs = suites.flatMap((file) => specsOf(file).map((spec) => ({ ...spec, file: file.title })));
  /** @param {Spec} spec */
  const secondsOf = ({ tests }) =>
    tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    red: specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
    files: suites.map(({ title }) => ({
      name: title,
      seconds: specs.filter(({ file }) => file === title).reduce((sum, spec) => sum + secondsOf(spec), 0),
    })),
  };
}

/** The slowest files, what failed by name, and as the last line of a run the counts; its exit code. */
export function conclude() {
  const slowest = files.sort((one, other) => other.seconds - one.seconds).slice(0, 10);
  if (slowest.length > 0) console.log("\nslowest files:");
  for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  console.log(failures.length ? `\nnot passed:\n${failures.map((name) => `  ${name}`).join("\n")}` : "");
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {Counts} counts
 */
function count(name, { passed, failed, red = [] }) {
  total.passed += passed;
  total.failed += failed;
  if (failed) failures.push(...(red.length > 0 ? red.map((test) => `${name}: ${test}`) : [name]));
  console.log(`\n── ${name}: ${passed} passed, ${failed} failed`);
}

/** @param {string} file */
const nameOf = (file) => path.relative(process.cwd(), file);
/** @type {(suite: Suite) => Spec[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
