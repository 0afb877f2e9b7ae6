import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { sql } from "@/tests/support/database";
import { database } from "@/tests/support/disaster/database";
import { portalAt } from "@/tests/support/disaster/server";
import { storedOf } from "@/tests/support/disaster/stored";
import { isAcknowledged, openForms, type Sent, sendAll } from "@/tests/support/disaster/writers";
import * as make from "@/tests/support/make";
import * as race from "@/tests/support/race";
import { rounds, seed } from "@/tests/support/rounds";

// Two server processes on a database with the settings of real use; forms without script, each with a key of its own.
const [first, second] = [portalAt(race.origins[0] ?? ""), portalAt(race.origins[1] ?? "")];
const times = rounds(1, 10);

test.beforeAll(async () => {
  process.stdout.write(`crash: TEST_SEED=${seed}\n`);
  await Promise.all([first.start(), second.start()]);
  await make.plan(2009);
});
test.afterAll(async () => {
  await Promise.all([first.kill(), second.kill()]);
});

const disasters = {
  "a server": { strike: () => first.kill(), mend: () => first.start() },
  PostgreSQL: { strike: () => database.kill(), mend: () => database.start() },
  "PostgreSQL and both servers": {
    strike: () => Promise.all([database.kill(), first.kill(), second.kill()]),
    async mend() {
      await database.start();
      await Promise.all([first.start(), second.start()]);
    },
  },
};

for (const [victim, { strike, mend }] of Object.entries(disasters)) {
  test(`I26, I28: kill -9 of ${victim} in the midst of writes: acknowledged and stored are the same, nothing is stored by half, and the portal goes on`, async () => {
    test.setTimeout(240_000 + times * 60_000);

    for (const moment of fc.sample(fc.integer({ min: 5, max: 45 }), { numRuns: times, seed })) {
      const forms = await openForms();
      said(`${forms.length} forms are open, strikes at ${moment}`);
      await sendAll(forms, moment, async () => {
        said("strikes");
        await strike();
      });
      said("mends");
      await mend();

      await compare(forms);
      await sendAgain(forms.filter((one) => !isAcknowledged(one)));
      const { keys, effects } = await storedOf(forms);
      expect(keys).toEqual(forms.map(({ key }) => key).sort());
      expect(effects.map(({ mark }) => mark).sort()).toEqual(forms.map(({ mark }) => mark).sort());
      expect(await race.broken()).toEqual([]);
    }
  });
}

test("I28, control: a confirmed write that is gone is seen", async () => {
  const forms = await openForms();
  await sendAll(forms, forms.length, async () => {});
  await sql("owner", "DELETE FROM submissions WHERE key = $1", [forms.find(isAcknowledged)?.key]);

  await expect(compare(forms)).rejects.toThrow();
});

/** A run that hangs shows where. */
function said(what: string) {
  process.stdout.write(`${what}\n`);
}

/** Both ways: what was acknowledged is stored, what is stored was sent; key, effect and entry stand or fall together. */
async function compare(sent: Sent[]) {
  const { keys, effects } = await storedOf(sent);
  const acknowledged = sent.filter(isAcknowledged);
  const known = sent.filter(({ key }) => keys.includes(key));
  said(`sent ${sent.length}, acknowledged ${acknowledged.length}, stored ${keys.length}`);

  expect(acknowledged.length).toBeGreaterThan(4);
  expect(acknowledged.filter(({ key }) => !keys.includes(key))).toEqual([]);
  expect(effects.map(({ mark }) => mark).sort()).toEqual(known.map(({ mark }) => mark).sort());
  expect(effects.filter(({ entries }) => entries !== 1)).toEqual([]);
}

/** Whoever heard nothing sends the same form once more, and is told that it is done, now or already. */
async function sendAgain(open: Sent[]) {
  for (const one of open) one.answer = await race.insist(one.desk, one.form, one.typed);
  expect(open.filter((one) => !isAcknowledged(one)).map(({ answer, kind }) => ({ answer, kind }))).toEqual([]);
}
