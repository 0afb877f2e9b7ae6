import { defineConfig } from "@playwright/test";

// npm run test:e2e starts the servers and finds the browser; addresses and places come from it, nothing is fixed here.
const { executablePath, args, env } = JSON.parse(process.env.E2E_BROWSER ?? "{}");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: process.env.E2E_OUTPUT,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [["list"], ["json"]],
  projects: [
    { name: "errands", testIgnore: /races\.spec\.ts$/ },
    // One file after the other: each takes guards away for a moment.
    { name: "races", testMatch: /races\.spec\.ts$/, workers: 1 },
    // They kill servers and database under each other's feet.
    { name: "disasters", testDir: "tests/disaster", workers: 1, timeout: 300_000 },
  ],
  use: {
    baseURL: process.env.E2E_ORIGIN,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  },
});
