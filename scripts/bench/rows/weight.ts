import { brotliCompressSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { findRolled } from "../fill/rolled-lesson";
import { findRosterCohort } from "../fill/roster-cohort";
import { type Name, reached } from "../goals";
import type { Operation, Result } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

/** What a browser loads for a page, and when its largest part is painted: the first time, and again with its cache warm. */
export const weight: Operation = async () => {
  const [id, { lesson }] = [await findRosterCohort(owner), await findRolled(owner)];
  const pages: { name: string; path: string; goal: Name }[] = [
    { name: "roster", path: `/cohorts/${id}/roster`, goal: "weight/list" },
    { name: "trainees", path: "/trainees", goal: "weight/list" },
    { name: "fund dashboard", path: "/fund", goal: "weight/board" },
    { name: "base dashboard", path: "/today", goal: "weight/board" },
    { name: "week table", path: "/schedule", goal: "weight/board" },
    { name: "roll on the phone", path: `/m/attendance/${lesson}`, goal: "weight/phone" },
  ];
  const { env, ...options } = setting.browser;
  const browser = await chromium.launch({ ...options, env: { ...process.env, ...env } as Record<string, string> });
  const results: Result[] = [];
  for (const { name, path, goal } of pages) {
    const found = await visit(browser, path);
    results.push({
      operation: `page weight, ${name}: ${found.requests} requests`,
      loads: [],
      goals: [
        reached(goal, found.script / 1_000),
        reached("weight/cold", found.cold / 1_000),
        reached("weight/warm", found.warm / 1_000),
      ],
    });
  }
  await browser.close();
  return results;
};

/** 400 kbit/s, as a weak telephone has them; nothing is said of the way's length. */
const slow = { offline: false, latency: 0, downloadThroughput: 50_000, uploadThroughput: 50_000 };

async function visit(browser: Browser, path: string) {
  const context = await browser.newContext();
  await context.addCookies([await cookie()]);
  const { script, requests } = await scriptOf(context, path);
  await context.close();

  const again = await browser.newContext();
  await again.addCookies([await cookie()]);
  const page = await again.newPage();
  const line = await again.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", slow);
  const [cold, warm] = [await paint(page, path), await paint(page, path)];
  await again.close();
  return { script, requests, cold, warm };
}

/** The scripts of a page as Brotli would pack them, whatever packs them today. */
async function scriptOf(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const bodies: Promise<Buffer | undefined>[] = [];
  let requests = 0;
  page.on("response", (response) => {
    requests++;
    if (response.request().resourceType() === "script") bodies.push(response.body().catch(() => undefined));
  });
  // Charts come after idle: the network is quiet only when they are there.
  await page.goto(setting.portal.origin + path, { waitUntil: "networkidle" });
  const packed = (await Promise.all(bodies)).map((body) => (body ? brotliCompressSync(body).length : 0));
  return { requests, script: packed.reduce((sum, length) => sum + length, 0) };
}

/** Milliseconds until the largest part of the page is painted. */
async function paint(page: Page, path: string): Promise<number> {
  await page.goto(setting.portal.origin + path, { waitUntil: "load" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
}

async function cookie() {
  const { id: accountId } = await db.account.findUniqueOrThrow({
    where: { username: "danzeng" },
    select: { id: true },
  });
  const id = newId();
  await db.signIn.create({ data: { id, accountId, address: "127.0.0.1" }, select: { id: true } });
  return { name: sessionCookie().name, value: await tokenOf(id), url: setting.portal.origin };
}
