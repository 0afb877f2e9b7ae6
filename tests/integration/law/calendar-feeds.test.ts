import { expect, test } from "vitest";
import { may, roles } from "@/lib/auth/permissions";
import { newId } from "@/lib/database/id";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { noted } from "@/tests/support/money/rows";
import { trainerWithAccount } from "@/tests/support/rolls/trainer-account";

type Columns = { room?: number; trainer?: string; cohort?: string; hash?: string };

const insert = (account: string, { room, trainer, cohort, hash = newId() }: Columns = {}, id = newId()) =>
  noted(
    `INSERT INTO calendar_feeds (id, account_id, classroom_number, trainer_id, cohort_id, secret_hash)
     VALUES ('${id}', '${account}', ${room ?? "NULL"}, ${trainer ? `'${trainer}'` : "NULL"}, ${cohort ? `'${cohort}'` : "NULL"}, '${hash}')`,
    account,
  );

test.each(roles)("U18: the database takes an address of %s as the table of permissions says", async (role: Role) => {
  const own = role === "TRAINER" ? await trainerWithAccount() : await make.signer(role);
  const written = sql("app", insert(own.id, own.trainerId ? { trainer: own.trainerId } : {}));

  if (may(role, "schedule:subscribe")) await written;
  else await expect(written).rejects.toMatchObject({ message: "NOT_ALLOWED" });
});

test("U18: a trainer's address is of the own lessons, not of all and not of another's", async () => {
  const trainer = await trainerWithAccount();
  const other = await make.trainer();

  for (const of of [{}, { room: 7 }, { trainer: other.id }])
    await expect(sql("app", insert(trainer.id, of))).rejects.toMatchObject({ message: "NOT_ALLOWED" });
});

test("U18: an address is of one classroom, trainer or cohort, one living for each, and no secret serves two", async () => {
  const clerk = await make.signer("COUNTY_REVIEWER");
  const [trainer, cohort, hash] = [await make.trainer(), await make.cohort(), newId()];

  await expect(sql("app", insert(clerk.id, { room: 7, trainer: trainer.id }))).rejects.toMatchObject({
    constraint: "feed_of_one_kind",
  });
  await sql("app", insert(clerk.id, { cohort: cohort.id, hash }));
  await expect(sql("app", insert(clerk.id, { cohort: cohort.id }))).rejects.toMatchObject({
    constraint: "one_feed_per_scope",
  });
  await expect(sql("app", insert(clerk.id, { room: 7, hash }))).rejects.toMatchObject({
    constraint: "one_feed_per_secret",
  });
});

test("I29, I33: an address is not made, renewed or ended in silence, and one that has ended stays so", async () => {
  const clerk = await make.signer("AUDITOR");
  const id = newId();
  await sql("app", insert(clerk.id, { room: 7 }, id));
  const change = (set: string) => `UPDATE calendar_feeds SET ${set} WHERE id = '${id}'`;

  await expect(sql("app", change("secret_hash = 'x'"))).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await expect(sql("app", change("ended_at = now()"))).rejects.toMatchObject({ message: "AUDIT_MISSING" });
  await sql("app", change("last_used_on = '2018-08-22'"));
  await sql("app", noted(change("ended_at = now()"), clerk.id));
  for (const set of ["ended_at = NULL", "secret_hash = 'y'"])
    await expect(sql("app", noted(change(set), clerk.id))).rejects.toMatchObject({ message: "WRONG_STATE" });
});
