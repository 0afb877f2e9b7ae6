import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { approveRecord, rejectRecord, submitRecord, withdrawRecord } from "@/lib/fund/commands/decide";
import { recordAppropriation, recordDisbursement, recordOutside, recordProgress } from "@/lib/fund/commands/record";
import { reverseRecord } from "@/lib/fund/commands/reverse";
import { findRecord } from "@/lib/fund/queries/decisions";
import { findProjectSums } from "@/lib/fund/queries/records";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import {
  agreed,
  arrangement,
  leader,
  officer,
  outside,
  payment,
  progress,
  takenBack,
} from "@/tests/support/money/papers";
import { wan } from "@/tests/support/money/rows";

beforeAll(async () => void (await make.plan(2018)));

const today = day("2018-08-22");

async function school() {
  const { id } = await make.project();
  await agreed("appropriation", recordAppropriation(officer, arrangement(id, "200", { datedOn: "2018-07-01" })));
  return id;
}
const pay = (id: string, amount = "40") => recordDisbursement(officer, payment(id, amount));

test("R75: a whole reversal: written by one, approved by another, and both records stand", async () => {
  const id = await school();
  const wrong = await agreed("disbursement", pay(id));
  const { id: red } = await reverseRecord(officer, takenBack("disbursement", wrong.recordId));

  const [waiting, { disbursed }] = [await findRecord("disbursement", red), await sumsOf(id)];
  await approveRecord(leader, { kind: "disbursement", recordId: red, version: 1 });

  expect(waiting).toMatchObject({ state: "SUBMITTED", amount: -wan("40"), reversalOfId: wrong.recordId });
  expect(disbursed).toBe(wan("40"));
  expect(await sumsOf(id)).toMatchObject({ disbursed: 0n });
  expect(await sumsOf(id, "2018-08-19")).toMatchObject({ disbursed: wan("40") });
  expect(await findRecord("disbursement", wrong.recordId)).toMatchObject({ state: "APPROVED", reversedById: red });
  await pay(id, "200");
});

test("R75: a record is taken back once, also while the first wish still waits; after a no it may be tried again", async () => {
  const wrong = await agreed("disbursement", pay(await school()));
  const again = () => reverseRecord(officer, takenBack("disbursement", wrong.recordId));
  const { id } = await again();

  await expect(again()).rejects.toMatchObject({ refusal: "ALREADY_REVERSED" });
  await rejectRecord(leader, { kind: "disbursement", recordId: id, version: 1, reason: "无误" });
  const { id: second } = await again();
  await approveRecord(leader, { kind: "disbursement", recordId: second, version: 1 });

  await expect(again()).rejects.toMatchObject({ refusal: "ALREADY_REVERSED" });
  const red = takenBack("disbursement", second);
  await expect(reverseRecord(officer, red)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
});

test("R75: twelve people take the same record back at once, and it is done once", async () => {
  const wrong = await agreed("disbursement", pay(await school()));
  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      reverseRecord(make.actor("AID_OFFICER", today), takenBack("disbursement", wrong.recordId)),
    ),
  );

  const noes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.refusal] : []));
  expect(noes).toEqual(Array(11).fill("ALREADY_REVERSED"));
  expect(await db.disbursement.count({ where: { reversalOfId: wrong.recordId } })).toBe(1);
});

test("R75: what is not approved, not there or later than the day is not taken back", async () => {
  const id = await school();
  const waiting = await pay(id);
  const wrong = await agreed("disbursement", pay(id));
  const reverse = (recordId: string, on?: string) => reverseRecord(officer, takenBack("disbursement", recordId, on));

  await expect(reverse(waiting.id)).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  await expect(reverse(newId())).rejects.toMatchObject({ refusal: "INPUT_WRONG", figures: { case: "UNKNOWN_RECORD" } });
  await expect(reverse(wrong.recordId, "2018-07-31")).rejects.toMatchObject({
    figures: { case: "BEFORE_ORIGINAL", original: "2018-08-01" },
  });
  await expect(reverse(wrong.recordId, "2018-08-23")).rejects.toMatchObject({ figures: { case: "FUTURE" } });
});

test("R75, R67: what was arranged is taken back only as far as nothing was paid of it", async () => {
  const id = await school();
  const more = await agreed("appropriation", recordAppropriation(officer, arrangement(id, "50")));
  const paid = await agreed("disbursement", pay(id, "220"));
  const take = async (kind: "appropriation" | "disbursement", recordId: string) =>
    agreed(kind, reverseRecord(officer, takenBack(kind, recordId)));

  await expect(take("appropriation", more.recordId)).rejects.toMatchObject({
    refusal: "OVER_APPROPRIATION",
    figures: { case: "PAID_ALREADY", disbursed: "220.00", left: "200.00" },
  });
  await take("disbursement", paid.recordId);
  const [waiting] = await db.appropriation.findMany({ where: { reversalOfId: more.recordId }, select: { id: true } });
  await approveRecord(leader, { kind: "appropriation", recordId: waiting?.id ?? "", version: 1 });

  expect(await sumsOf(id)).toMatchObject({ arranged: wan("200"), disbursed: 0n });
});

test("R111: completed investment counts alone, taking it back needs another person", async () => {
  const id = await school();
  const { id: wrong } = await recordProgress(officer, progress(id, "80"));
  const { id: red } = await reverseRecord(officer, takenBack("progress", wrong));
  expect(await sumsOf(id)).toMatchObject({ completed: wan("80") });

  const own = approveRecord({ ...officer, role: "AID_LEADER" }, { kind: "progress", recordId: red, version: 1 });
  await expect(own).rejects.toMatchObject({ refusal: "SAME_PERSON" });
  await approveRecord(leader, { kind: "progress", recordId: red, version: 1 });

  expect(await sumsOf(id)).toMatchObject({ completed: 0n });
});

test("R78: what is outside is taken back in its own ledger, planned as planned", async () => {
  const wish = outside("3000", { ledger: "SOCIAL", isPlanned: "on" });
  const wrong = await agreed("outside", recordOutside(officer, wish));

  const red = await agreed("outside", reverseRecord(officer, takenBack("outside", wrong.recordId)));

  expect(await db.outsideRecord.findUnique({ where: { id: red.recordId } })).toMatchObject({
    ...{ ledger: "SOCIAL", isPlanned: true, amount: -wan("3000"), year: 2018 },
  });
});

test("R78: a draft moved over New Year is one of the new year", async () => {
  const { id } = await recordOutside(officer, outside("65", { intent: "DRAFT", datedOn: "2017-12-31" }));

  await recordOutside(officer, outside("65", { recordId: id, version: "1", datedOn: "2018-01-01" }));

  expect(await db.outsideRecord.findUnique({ where: { id }, select: { year: true, state: true } })).toEqual({
    year: 2018,
    state: "SUBMITTED",
  });
});

test("I27: who decides on an older page is told to look again, whichever way he decides", async () => {
  const old = { kind: "disbursement", recordId: (await pay(await school())).id, version: 7 } as const;
  const stale = { refusal: "STALE" };

  await expect(approveRecord(leader, old)).rejects.toMatchObject(stale);
  await expect(rejectRecord(leader, { ...old, reason: "x" })).rejects.toMatchObject(stale);
  await expect(withdrawRecord(officer, old)).rejects.toMatchObject(stale);
});

test("I20: what is decided is decided, and each decision is noted once with its reason", async () => {
  const id = await school();
  const [yes, no, back] = [await pay(id), await pay(id), await pay(id)];
  const of = ({ id: recordId }: { id: string }, version = 1) => ({ kind: "disbursement" as const, recordId, version });
  await approveRecord(leader, of(yes));
  await rejectRecord(leader, { ...of(no), reason: "文号不符" });
  await withdrawRecord(officer, of(back));

  for (const one of [yes, no, back]) {
    await expect(approveRecord(leader, of(one, 2))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(rejectRecord(leader, { ...of(one, 2), reason: "x" })).rejects.toMatchObject({
      refusal: "WRONG_STATE",
    });
    await expect(submitRecord(officer, of(one, 2))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
    await expect(withdrawRecord(officer, of(one, 2))).rejects.toMatchObject({ refusal: "WRONG_STATE" });
  }
  const entries = {
    where: { subjectId: no.id },
    orderBy: { id: "asc" },
    select: { verb: true, reason: true },
  } as const;
  expect(await db.auditEntry.findMany(entries)).toEqual([
    { verb: "disbursement.record", reason: null },
    { verb: "disbursement.reject", reason: "文号不符" },
  ]);
  expect(await sumsOf(id)).toMatchObject({ disbursed: wan("40") });
});

test("I26: one payment approved by sixteen leaders at once is approved once", async () => {
  const id = await school();
  const record = { kind: "disbursement", recordId: (await pay(id)).id, version: 1 } as const;

  const answers = await Promise.allSettled(
    Array.from({ length: 16 }, () => approveRecord(make.actor("AID_LEADER", today), record)),
  );

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await sumsOf(id)).toMatchObject({ disbursed: wan("40") });
});

const sumsOf = async (id: string, asOf = "2018-08-22") => {
  const sums = await findProjectSums(id, day(asOf));
  if (!sums) throw new Error("the project has gone");
  return sums;
};
