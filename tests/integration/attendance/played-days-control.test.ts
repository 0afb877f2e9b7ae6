import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import { ours, type Ways } from "@/tests/support/rolls/phone";
import { play } from "@/tests/support/rolls/play";

/** The first difference; a control that shows none for so many days is none. */
const found = async (ways: Ways) => (await play({ enough: 1_000, longest: 8, ways })).difference;

test("control: a box that forgets a roll whose answer was lost", { timeout: 300_000 }, async () => {
  const forgetful: Ways = {
    ...ours,
    async deliver(store, accountId, send) {
      const done = await ours.deliver(store, accountId, send);
      for (const { entry, sent } of done) if (sent.state === "later") ours.drop(store, entry.key);
      return done;
    },
  };

  expect(await found(forgetful)).toMatch(/never answered/);
});

test("control: a box that sends again under a new key, on what it had seen", { timeout: 300_000 }, async () => {
  const keyless: Ways = {
    ...ours,
    deliver: (store, accountId, send) => ours.deliver(store, accountId, (entry) => send(entry, newId())),
  };

  expect(await found(keyless)).toMatch(/one roll, two words/);
});

test("control: a page that has seen what it does not show", { timeout: 300_000 }, async () => {
  const blind: Ways = {
    ...ours,
    seenIn: (_, standing) => Object.fromEntries(standing.map(({ traineeId, version }) => [traineeId, version])),
  };

  expect(await found(blind)).toMatch(/which this phone never showed/);
});

test("control: a law that does not look at versions", { timeout: 300_000 }, async () => {
  const [law] = await sql<{ text: string }>("owner", "SELECT pg_get_functiondef('mark_finds_lesson'::regproc) AS text");
  const without = law?.text.replace("NEW.version <> OLD.version + 1 OR", "") ?? "";
  expect(without).not.toBe(law?.text);
  await sql("owner", without);

  const difference = await found({ ...ours });

  await sql("owner", law?.text ?? "");
  expect(difference).toMatch(/stands in version \d+ after \d+ entries/);
});
