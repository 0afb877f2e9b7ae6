import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withWording = createNextIntlPlugin("./lib/command/locale-of-request.ts");

const config: NextConfig = {
  output: "standalone",
  // Named, so that a lock file in some folder above is not taken for the root.
  outputFileTracingRoot: process.cwd(),
  turbopack: { root: process.cwd() },
  // Nothing of the base's own data may travel into a build.
  outputFileTracingExcludes: { "*": ["./.data/**", "./.git/**", "./scripts/**", "./tests/**", "./docs/**"] },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "pinyin-pro"],
  experimental: {
    authInterrupts: true,
    // The largest form there is, one with a file; proxy.ts says which page takes how much.
    serverActions: { bodySizeLimit: "11mb" },
    proxyClientMaxBodySize: "11mb",
  },
};

export default withWording(config);
