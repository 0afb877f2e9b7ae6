import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { chooseRuntime, line, runtime } from "@/scripts/process/runtime.mjs";
import { child } from "@/tests/support/process/child";

const here = { path: process.execPath, version: process.versions.node, modules: process.versions.modules };
const old = { path: "/own/node", version: "20.19.0", modules: "115" };
const ofTheLine = { path: "/own/node", version: `${line}.0.0`, modules: "137" };
const nowhere = path.join(tmpdir(), "no-node");

/** A program that answers what it is asked with this text. */
function answering(text: string) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "node-")), "node");
  writeFileSync(file, `#!/bin/sh\nprintf '%s' '${text}'\n`, { mode: 0o755 });
  return file;
}

test("an own Node of the line is used as it is", () => {
  expect(chooseRuntime({ named: undefined, own: ofTheLine, packed: process.execPath })).toEqual(ofTheLine);
});

test.each(["20.19.0", "22.23.2", "26.10.0"])("started by Node %s, the packed one of the line is used", (version) => {
  expect(chooseRuntime({ named: undefined, own: { ...old, version }, packed: process.execPath })).toEqual(here);
});

test.each([
  ["is not there", () => nowhere],
  ["does not run here, as with another C library", () => answering("")],
])("where the packed one %s, the Node that started is used and named", (_, packed) => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});

  expect(chooseRuntime({ named: undefined, own: old, packed: packed() })).toEqual(old);

  expect(said.mock.calls.flat().join("\n")).toContain(`Node.js ${old.version}, which started this, is used`);
  said.mockRestore();
});

test("PORTAL_NODE chooses before all others", () => {
  expect(chooseRuntime({ named: process.execPath, own: ofTheLine, packed: nowhere })).toEqual(here);
});

test.each([
  ["nothing", () => nowhere, "no Node.js that runs here"],
  ["another program", () => answering("hello"), "no Node.js that runs here"],
  ["a Node below the floor", () => answering(JSON.stringify({ ...old, version: "20.18.3" })), "Node.js 20.18.3"],
])("PORTAL_NODE that names %s is refused, with the way out", (_, named, what) => {
  expect(() => chooseRuntime({ named: named(), own: ofTheLine, packed: process.execPath })).toThrow(
    `which is ${what}: give the path of a Node.js 20.19 or newer, or leave it unset`,
  );
});

/** A script that says under which Node the program runs that it starts, and which one that would take in turn. */
const starter = `
  const { run } = await import(scripts + "/process/children.mjs");
  const { output } = await run(["--print", "process.execPath + ' ' + process.env.PORTAL_NODE"], { catchOutput: true });
  console.log(output.trim());`;

test("what a script starts runs under the chosen Node, and so does all that comes of it", async () => {
  const chosen = path.join(mkdtempSync(path.join(tmpdir(), "node-")), "node");
  copyFileSync(process.execPath, chosen);
  onTestFinished(() => rmSync(path.dirname(chosen), { recursive: true }));
  vi.stubEnv("PORTAL_NODE", chosen);
  onTestFinished(() => void vi.unstubAllEnvs());

  expect(await child(starter).said()).toBe(`${chosen} ${chosen}`);
});

test("the tests run under the chosen Node", () => {
  expect(runtime()).toEqual(here);
});

test("npm's scripts find the own Node by its name, not the packed one", () => {
  expect(existsSync("node_modules/.bin/node")).toBe(false);
});
