import fs from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** @import { Frame } from "./hottest.mjs" */

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/**
 * The file a place was written in: a piece of the build is followed back by its map, which `.next` keeps of the last build.
 * @type {(frame: Frame) => string}
 */
export function fileOf({ functionName, url, lineNumber, columnNumber }) {
  if (url === "") return functionName.startsWith("(") ? functionName : "(built in)";
  const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
  const file = entry && "originalSource" in entry ? String(entry.originalSource) : url;
  return decodeURIComponent(file)
    .replace(/^turbopack:\/+\[project\]\//, "")
    .replace(/^(\.\.\/)+/, "")
    .replace(/^file:\/\/.*?\/((?:node_modules|\.next)\/)/, "$1")
    .replace(/^file:\/\/.*\//, "");
}

/** @type {(frame: Frame) => string} */
export const functionOf = (frame) =>
  frame.url === "" ? frame.functionName || fileOf(frame) : `${fileOf(frame)} ${frame.functionName || "(anonymous)"}`;

/** @param {string} url */
function mapOf(url) {
  if (!maps.has(url)) maps.set(url, readMap(url));
  return maps.get(url);
}

/** @param {string} url */
function readMap(url) {
  if (!url.startsWith("file:")) return undefined;
  const [, inBuild] = /\/(\.next\/server\/.*)$/.exec(fileURLToPath(url)) ?? [];
  const file = inBuild && path.resolve(`${inBuild}.map`);
  return file && fs.existsSync(file) ? new SourceMap(JSON.parse(fs.readFileSync(file, "utf8"))) : undefined;
}
