// A Chromium for the browser tests without a download of its own: what PORTAL_CHROMIUM names, what the system has, what
// Playwright has installed, else the one packed in the npm package @sparticuz/chromium.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { Obstacle } from "../process/obstacle.mjs";
import { dataFolder } from "../process/root.mjs";

/** @typedef {{ executablePath: string, args: string[], env: Record<string, string>, from: string }} Browser */

const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
];
const systemPlaces = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * `{ executablePath, args, env, from }`; without a UTF-8 locale Chromium calls every file with a Chinese name "download".
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const { env, ...browser } = await whichBrowser();
  return { ...browser, env: { LC_ALL: "C.UTF-8", ...env } };
}

/** @returns {Promise<Browser>} */
async function whichBrowser() {
  const named = process.env.PORTAL_CHROMIUM;
  if (named && !fs.existsSync(named))
    throw new Obstacle(`PORTAL_CHROMIUM names ${named}, which is not there · 浏览器路径不存在`);
  if (named) return { executablePath: named, args, env: {}, from: "PORTAL_CHROMIUM" };

  const system = systemPlaces.find((place) => fs.existsSync(place));
  if (system && !process.env.PORTAL_CHROMIUM_PACKED) return { executablePath: system, args, env: {}, from: system };

  const { chromium } = await import("@playwright/test");
  if (fs.existsSync(chromium.executablePath()) && !process.env.PORTAL_CHROMIUM_PACKED) {
    return { executablePath: chromium.executablePath(), args, env: {}, from: "Playwright" };
  }
  return packedBrowser();
}

/** @returns {Promise<Browser>} */
async function packedBrowser() {
  const packed = path.resolve(fileURLToPath(import.meta.resolve("@sparticuz/chromium")), "../../..");
  const folder = path.join(
    dataFolder,
    `browser-${JSON.parse(fs.readFileSync(path.join(packed, "package.json"), "utf8")).version}`,
  );
  if (!fs.existsSync(folder)) await unpack(packed, folder);

  const executablePath = path.join(folder, "chromium");
  /** @type {Record<string, string>} */
  const env = {};
  // Without any font on the system Chromium ends itself at the first web font: the packed one is the fallback.
  if (!fs.existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = path.join(folder, "fonts.conf");
  // Shared libraries come along for systems that lack them.
  if (answers(executablePath, env).status !== 0) env.LD_LIBRARY_PATH = path.join(folder, "al2023/lib");
  const { status, stderr, error } = answers(executablePath, env);
  if (status === 0) return { executablePath, args, env, from: "@sparticuz/chromium" };
  throw new Obstacle(
    `No browser runs here (${error?.message ?? stderr.trim()}): name a Chromium in PORTAL_CHROMIUM · 没有可用的浏览器`,
  );
}

/**
 * The folder takes its name when it is whole. The package unpacks into TMPDIR; a shared one may belong to somebody else.
 * @param {string} packed
 * @param {string} folder
 */
async function unpack(packed, folder) {
  const unfinished = `${folder}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(path.join(unfinished, "al2023"), { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }

  const libraries = zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, "bin/al2023.tar.br")));
  const result = spawnSync("tar", ["-x", "-C", path.join(unfinished, "al2023")], {
    input: libraries,
    encoding: "utf8",
  });
  if (result.status !== 0)
    throw new Obstacle(`Unpacking the browser's libraries failed: ${result.error?.message ?? result.stderr}`);
  const fonts = `<dir>${path.join(folder, "fonts")}</dir><cachedir>${path.join(folder, "fonts-cache")}</cachedir>`;
  fs.writeFileSync(path.join(unfinished, "fonts.conf"), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
  fs.renameSync(unfinished, folder);
}

/**
 * @param {string} executablePath
 * @param {Record<string, string>} env
 */
const answers = (executablePath, env) =>
  spawnSync(executablePath, ["--version"], { encoding: "utf8", env: { ...process.env, ...env } });
