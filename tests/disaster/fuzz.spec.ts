import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { Role } from "@/prisma/generated/enums";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { portalAt } from "@/tests/support/disaster/server";
import { type Desk, deskOf } from "@/tests/support/form-post";
import { listBuiltActions } from "@/tests/support/fuzz/actions";
import { call, leaksOf } from "@/tests/support/fuzz/call";
import { changed, envelopes, hostileText, malformed } from "@/tests/support/fuzz/hostile";
import { parameters } from "@/tests/support/fuzz/hostile-values";
import { rightForm } from "@/tests/support/fuzz/right-form";
import { addressOf, listPages, listRoutes } from "@/tests/support/pages";
import { broken } from "@/tests/support/race";
import { rounds, seed } from "@/tests/support/rounds";
import * as stage from "@/tests/support/stage";

const portal = portalAt(process.env.E2E_ORIGIN ?? "");
const perAction = rounds(24, 480);
const perAddress = rounds(8, 80);

let ids: Record<string, string>;

test.beforeAll(async () => {
  process.stdout.write(`fuzz: TEST_SEED=${seed}\n`);
  await portal.start();
  ids = await recordsOfTheDemo();
});
test.afterAll(() => portal.kill());
test.beforeEach(() => test.setTimeout(1_800_000));

test("invariants 5: no malformed form makes a fault, and no answer tells of the machine", async () => {
  const actions = await listBuiltActions(process.env.E2E_BUILD ?? "");
  const wrong: string[] = [];
  let sent = 0;

  await eightAtOnce(actions, async (action) => {
    const forms = fc.sample(malformed, { numRuns: perAction, seed: seed + actions.indexOf(action) });
    const usedKey = crypto.randomUUID();
    let desk = await deskFor(action.role);
    for (const [n, changes] of forms.entries()) {
      const parts = changed(rightForm(action, ids, n, usedKey), changes);
      const answer = await call(desk, addressOf(action.page, ids), action, parts);
      sent += 1;
      // A form that got through may have ended its own sign-in.
      if (answer.text.includes("SIGNED_OUT")) desk = await deskFor(action.role);
      const leaks = leaksOf(answer);
      if (leaks.length > 0) wrong.push(`${action.name} #${n}: ${leaks} ${describe(changes)}`);
    }
  });

  process.stdout.write(`${sent} forms to ${actions.length} actions\n`);
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(await broken()).toEqual([]);
});

test("invariants 5.8: no call that is wrapped wrongly makes a fault", async () => {
  const actions = await listBuiltActions(process.env.E2E_BUILD ?? "");
  const wrong: string[] = [];

  await eightAtOnce(actions, async (action) => {
    const desk = await deskFor(action.role);
    for (const envelope of fc.sample(envelopes, { numRuns: perAddress, seed: seed + actions.indexOf(action) })) {
      const leaks = leaksOf(await call(desk, addressOf(action.page, ids), action, [], envelope));
      if (leaks.length > 0) wrong.push(`${action.name}: ${leaks} ${describe(envelope)}`);
    }
  });

  expect(wrong.slice(0, 40)).toEqual([]);
});

test("invariants 5: no malformed address makes a fault, and no answer tells of the machine", async () => {
  const texts = fc.sample(fc.tuple(hostileText, hostileText, fc.constantFrom(...parameters)), {
    numRuns: perAddress,
    seed,
  });
  const desks = new Map<Role, Desk>();
  const wrong: string[] = [];
  let sent = 0;
  const pages = listPages();
  const routes = listRoutes().map((route) => ({
    ...route,
    role: pages.find(({ permission }) => permission === route.permission)?.role,
  }));

  await eightAtOnce([...pages, ...routes], async ({ path, role = "BASE_STAFF" }) => {
    const desk = desks.get(role) ?? (await deskFor(role));
    desks.set(role, desk);
    for (const [text, other, name] of texts) {
      const query = `${name}=${encoded(text)}&${name}=${encoded(other)}&${encoded(other)}`;
      const place = path.includes("[") && sent % 2 ? path.replace(/\[\w+\]/, encoded(text) || "%20") : path;
      const answer = await get(desk, `${addressOf(place, ids)}?${query}`);
      sent += 1;
      const leaks = leaksOf(answer);
      if (leaks.length > 0) wrong.push(`${place}?${query.slice(0, 200)}: ${leaks}`);
    }
  });

  process.stdout.write(`${sent} addresses of ${pages.length + routes.length} pages and routes\n`);
  expect(wrong.slice(0, 40)).toEqual([]);
});

async function deskFor(role: Role | undefined): Promise<Desk> {
  const { id } = await stage.account(role ?? "BASE_STAFF");
  return role ? deskOf(id, portal.origin) : { origin: portal.origin, cookie: "" };
}

async function get({ origin, cookie }: Desk, address: string) {
  const answer = await fetch(origin + address, { headers: { cookie }, redirect: "manual" });
  // The page itself may show what was asked for; its scripts have names of their own.
  return { status: answer.status, text: (await answer.text()).replace(/<script.*?<\/script>/gs, "") };
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 1_500).replace(/%.?$/, "");

const describe = (changes: unknown): string => JSON.stringify(changes).slice(0, 300);

async function eightAtOnce<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
