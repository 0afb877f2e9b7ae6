import path from "node:path";
import type { NextConfig } from "next";

const root = path.resolve(import.meta.dirname, "../../..");

/** What Next itself costs: the portal is measured against this, built and served the same way. */
const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: root,
  outputFileTracingExcludes: { "*": ["./.data/**", "./.git/**", "./tests/**", "./docs/**"] },
  turbopack: { root },
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
};

export default config;
