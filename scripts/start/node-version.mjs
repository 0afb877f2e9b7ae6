// Imported before anything else, so it is written for old versions of Node too: no new syntax, no imports.
var wanted = { major: 20, minor: 19 };
var least = wanted.major + "." + wanted.minor;
var parts = process.versions.node.split(".");
var found = { major: Number(parts[0]), minor: Number(parts[1]) };

if (found.major < wanted.major || (found.major === wanted.major && found.minor < wanted.minor)) {
  console.error(
    "Node.js " + least + " or newer is needed, this is " + process.version + ": install it from nodejs.org · 需要 Node.js " + least + " 或更新版本",
  );
  process.exit(1);
}
