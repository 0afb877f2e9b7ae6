// Imported before anything else, so it is written for old versions of Node too: no new syntax, no imports.
var wanted = { major: 20, minor: 19 };

export var least = wanted.major + "." + wanted.minor;

/** @param {string} version */
export function isTooOld(version) {
  var parts = version.split(".");
  var found = { major: Number(parts[0]), minor: Number(parts[1]) };
  return found.major < wanted.major || (found.major === wanted.major && found.minor < wanted.minor);
}

if (isTooOld(process.versions.node)) {
  console.error(
    "Node.js " + least + " or newer is needed, this is " + process.version + ": install it from nodejs.org · 需要 Node.js " + least + " 或更新版本",
  );
  process.exit(1);
}
