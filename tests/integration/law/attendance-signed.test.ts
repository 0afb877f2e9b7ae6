import { afterEach, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import {
  decide,
  director,
  force,
  insert,
  insertPending,
  refused,
  reviewer,
  staff,
  unseen,
} from "@/tests/support/rolls/force";
import { inClass } from "@/tests/support/rolls/scene";
import { standNowhere, standOn } from "@/tests/support/rolls/term";

// R45, I16, I36: who signs a mark, when, and what a word about a pending one is good for.

afterEach(standNowhere);

async function oneInClass() {
  const { lesson, people, id } = await inClass({ people: 2 });
  const [one, other] = people as [string, string];
  return { id, lesson, one, other, forced: (statement: string, as?: "owner") => force(lesson, one, statement, as) };
}

/** The pending mark of a person, five days after the lesson. */
async function waiting() {
  const scene = await oneInClass();
  const pending = newId();
  await standOn(day("2018-08-12"));
  await scene.forced(insertPending(pending, scene.lesson, scene.one));
  return { ...scene, pending, taken: insert(scene.lesson, scene.one, { by: director, pending }) };
}

test("R45: the day after the lesson its roll is still open, three days after it is over", async () => {
  const { lesson, one, other, forced } = await oneInClass();

  await standOn(day("2018-08-08"));
  await forced(insert(lesson, one));
  await standOn(day("2018-08-10"));
  await expect(force(lesson, other, insert(lesson, other))).rejects.toMatchObject(refused("ROLL_OVER"));
});

test("R45: a base that is not founded yet writes down its past", async () => {
  const { lesson, one, forced } = await oneInClass();

  await forced(insert(lesson, one));
});

test("I16: an account that was disabled signs no mark", async () => {
  const { lesson, one, forced } = await oneInClass();
  const gone = newId();
  const disabled = `INSERT INTO accounts (id, username, name, role, disabled_at)
    VALUES ('${gone}', 'gone-${gone}', 'gone', 'BASE_STAFF', now())`;

  await expect(forced(unseen(disabled) + insert(lesson, one, { by: gone }), "owner")).rejects.toMatchObject(
    refused("SIGNATURE"),
  );
});

test("I36: a pending mark that was dropped is no approval", async () => {
  const { pending, taken, forced } = await waiting();

  await expect(forced(decide(pending, director, "DISCARDED") + taken)).rejects.toMatchObject(refused("SIGNATURE"));
});

test("I16: a mark is signed by the one who adopted it, in the act that adopts it", async () => {
  const { lesson, one, pending, taken, forced } = await waiting();

  await expect(
    forced(decide(pending, director) + insert(lesson, one, { by: reviewer, pending })),
  ).rejects.toMatchObject(refused("SIGNATURE"));
  await forced(decide(pending, director));
  await expect(forced(taken)).rejects.toMatchObject(refused("SIGNATURE"));
});

test("I36: a pending mark is born open, decided for good, and keeps what was sent", async () => {
  const { lesson, one, pending, forced } = await waiting();
  const born = `INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, cause, seen_version, sent_by_id, state, decided_by_id, decided_at)
    VALUES ('${newId()}', '${lesson}', '${one}', 'PRESENT', 'LATE', 0, '${staff}', 'DISCARDED', '${director}', now())`;
  const changed = (what: string) => forced(`UPDATE pending_marks SET ${what} WHERE id = '${pending}'`, "owner");

  await expect(forced(born, "owner")).rejects.toMatchObject(refused("SIGNATURE"));
  await expect(changed("mark = 'ABSENT'")).rejects.toMatchObject(refused("DECIDED"));
  await expect(changed(`mark = 'ABSENT', state = 'ADOPTED', decided_by_id = '${director}'`)).rejects.toMatchObject(
    refused("DECIDED"),
  );
  await expect(changed("decision = 'x'")).rejects.toMatchObject(refused("DECIDED"));

  await forced(decide(pending, director, "DISCARDED"));
  await expect(forced(decide(pending, director))).rejects.toMatchObject(refused("DECIDED"));
});

test("R45: only staff, director or county drop a pending mark", async () => {
  const { pending, forced } = await waiting();

  await expect(forced(decide(pending, newId(), "DISCARDED"))).rejects.toMatchObject(refused("SIGNATURE"));
});

test("I29: the moments of a mark and of a pending one are the database's", async () => {
  const { lesson, one, forced } = await oneInClass();
  const pending = newId();
  const long = "'2000-01-01'";
  await forced(
    `INSERT INTO attendances (lesson_id, trainee_id, mark, marked_by_id, marked_at) VALUES ('${lesson}', '${one}', 'PRESENT', '${staff}', ${long});
     INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, cause, seen_version, sent_by_id, sent_at)
     VALUES ('${pending}', '${lesson}', '${one}', 'ABSENT', 'OTHER_FIRST', 0, '${staff}', ${long});`,
    "owner",
  );
  const moment = async () => {
    const [row] = await sql<{ at: Date; sent: Date }>(
      "app",
      `SELECT marked_at AS at, sent_at AS sent FROM attendances a JOIN pending_marks USING (lesson_id, trainee_id) WHERE lesson_id = '${lesson}'`,
    );
    return row as { at: Date; sent: Date };
  };
  const first = await moment();
  await forced(`UPDATE attendances SET mark = 'LATE', version = version + 1 WHERE lesson_id = '${lesson}'`);

  expect(first.sent.getFullYear()).toBeGreaterThan(2000);
  expect(first.at.getFullYear()).toBeGreaterThan(2000);
  expect((await moment()).at.getTime()).toBeGreaterThan(first.at.getTime());
});

test("I36: not even the owner moves a mark to another person", async () => {
  const { lesson, one, other, forced } = await oneInClass();
  await forced(insert(lesson, one));
  const moved = `UPDATE attendances SET trainee_id = '${other}', version = version + 1 WHERE lesson_id = '${lesson}'`;

  await expect(forced(moved, "owner")).rejects.toThrow("STALE");
});

test("I29: no mark and no pending one comes or goes without its entry", async () => {
  const { lesson, one, forced } = await oneInClass();

  await expect(sql("app", insertPending(newId(), lesson, one))).rejects.toThrow("AUDIT_MISSING");
  await forced(insert(lesson, one));
  await expect(sql("owner", `DELETE FROM attendances WHERE lesson_id = '${lesson}'`)).rejects.toThrow("AUDIT_MISSING");
});
