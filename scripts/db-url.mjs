import "./process/node-version.mjs";

// A later import, so that an old Node reads the version's refusal and not a syntax error.
import("./postgres/db-url.mjs").then(({ printAddress }) => printAddress());
