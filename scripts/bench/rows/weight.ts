import { type Browser, chromium } from "@playwright/test";
import { sessionCookie, tokenOf } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Goal, Operation, Result } from "../result";
import { type Served, setting } from "../setting";
import { owner } from "../statements";

/** What a browser loads for a page: the first time, and again with its cache warm. */
export const weight: Operation = async () => {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM cohorts WHERE number = '2018-008'");
  const id = rows[0]?.id;
  const pages = [
    { name: "roster", path: `/cohorts/${id}/roster`, bare: `/roster?cohort=${id}`, most: 1.35 },
    { name: "trainees", path: "/trainees", bare: `/roster?cohort=${id}`, most: 1.35 },
    { name: "fund dashboard", path: "/fund", bare: "/fund", most: 2.2 },
    { name: "base dashboard", path: "/today", bare: "/today", most: 2.2 },
  ];
  const { env, ...options } = setting.browser;
  const browser = await chromium.launch({ ...options, env: { ...process.env, ...env } as Record<string, string> });
  const results: Result[] = [];
  for (const { name, path, bare, most } of pages) {
    const limit = await visit(browser, setting.reference, bare);
    const mine = await visit(browser, setting.portal, path, await cookie());
    const goals: Goal[] = [
      {
        goal: `script ${kb(mine.script)} KB, of the bare page's ${kb(limit.script)} KB`,
        measured: mine.script / limit.script,
        most,
        unit: "×",
      },
      { goal: "requests of a first visit", measured: mine.requests, most: 15, unit: "" },
      { goal: `warm visit (first visit ${kb(mine.all)} KB)`, measured: mine.warm / 1_000, most: 40, unit: "KB" },
    ];
    results.push({ operation: `page weight, ${name}`, loads: [], goals });
  }
  await browser.close();
  return results;
};

const kb = (bytes: number) => (bytes / 1_000).toFixed(0);

async function cookie() {
  const { id: accountId } = await db.account.findUniqueOrThrow({
    where: { username: "danzeng" },
    select: { id: true },
  });
  const id = newId();
  await db.signIn.create({ data: { id, accountId, address: "127.0.0.1" }, select: { id: true } });
  return { name: sessionCookie().name, value: await tokenOf(id), url: setting.portal.origin };
}

type Cookie = Awaited<ReturnType<typeof cookie>>;

async function visit(browser: Browser, { origin }: Served, path: string, signIn?: Cookie) {
  const context = await browser.newContext();
  if (signIn) await context.addCookies([signIn]);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  const kinds = new Map<string, string>();
  let loaded = { requests: 0, script: 0, all: 0 };
  line.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  line.on("Network.requestServedFromCache", ({ requestId }) => kinds.set(requestId, "cached"));
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) !== "cached" && encodedDataLength > 0) loaded.requests++;
    loaded.all += encodedDataLength;
    if (kinds.get(requestId) === "Script") loaded.script += encodedDataLength;
  });
  // Charts come after idle: the network is quiet only when they are there.
  await page.goto(origin + path, { waitUntil: "networkidle" });
  const first = loaded;
  loaded = { requests: 0, script: 0, all: 0 };
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await context.close();
  return { ...first, warm: loaded.all };
}
