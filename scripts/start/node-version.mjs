// Imported before anything else, so it is written for old versions of Node too: no new syntax, no imports.
var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    "Node.js " + wanted.join(".") + " or newer is needed, this is " + process.version + ": install it from nodejs.org · 需要 Node.js " + wanted.join(".") + " 或更新版本",
  );
  process.exit(1);
}
