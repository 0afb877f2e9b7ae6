import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { takeOutcome } from "@/lib/command/outcome";
import { db } from "@/lib/database/db";
import type { Answer } from "@/lib/refusal/answer";
import { editTrainee, registerTrainee, revealNumber } from "@/lib/trainee/actions";
import { registerTrainee as enter } from "@/lib/trainee/commands/register";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, in which language, and which page is to be made anew.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const idle: Answer = { state: "idle" };
const known = { villageContact: "村委会", villageCode: "513338101201", ethnicity: "04", category: "NZY" };
const notice = { noticeWay: "ORAL", noticeGivenOn: "2018-06-01" };

/** Posts a form as somebody; the same key is the same submission. */
async function post(
  action: typeof registerTrainee | typeof editTrainee | typeof revealNumber,
  actor: Actor | null,
  typed: Record<string, string>,
  key = crypto.randomUUID(),
) {
  request.actor = actor;
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, submissionKey: key })) form.append(name, value);
  return action(idle, form).catch((error: { digest?: string }) => ({
    state: "led on",
    to: error.digest?.split(";")[2],
  }));
}

async function register(name: string) {
  const idNumber = make.idNumber();
  const { id } = await enter(make.actor(), registerTraineeInput.parse({ ...known, ...notice, idNumber, name }));
  return { id, idNumber };
}

test.each(["AID_OFFICER", "AID_LEADER", "SYS_ADMIN", "SEC_ADMIN", "AUDITOR"] as const)(
  "R92, R94: %s may neither register, edit nor reveal, and the try is logged",
  async (role) => {
    const { id } = await register(`学员${role.replace("_", "")}`);
    const actor = make.actor(role);

    const answers = [
      await post(registerTrainee, actor, { ...known, ...notice, idNumber: make.idNumber(), name: "未经许可" }),
      await post(editTrainee, actor, { ...known, traineeId: id, version: "1", name: "改名" }),
      await post(revealNumber, actor, { traineeId: id, number: "idNumber", reason: "CONTACT", reasonText: "" }),
    ];

    expect(answers.map((answer) => "refusal" in answer && answer.refusal)).toEqual([
      "NOT_ALLOWED",
      "NOT_ALLOWED",
      "NOT_ALLOWED",
    ]);
    expect(await db.trainee.count({ where: { name: { in: ["未经许可", "改名"] } } })).toBe(0);
    const logged = await db.accessEntry.findMany({
      where: { accountId: actor.id },
      orderBy: { id: "asc" },
      select: { verb: true, field: true },
    });
    expect(logged).toEqual(
      ["trainee.register", "trainee.edit", "trainee.reveal"].map((field) => ({ verb: "refused", field })),
    );
  },
);

test("R92: a county reviewer may reveal, but neither register nor edit", async () => {
  const { id, idNumber } = await register("县局所见");
  const reviewer = make.actor("COUNTY_REVIEWER");

  const shown = await post(revealNumber, reviewer, {
    traineeId: id,
    number: "idNumber",
    reason: "SUBSIDY",
    reasonText: "",
  });
  const edited = await post(editTrainee, reviewer, { ...known, traineeId: id, version: "1", name: "县局所见" });

  expect(shown).toEqual({ state: "done", value: { number: idNumber, of: "idNumber" } });
  expect(edited).toMatchObject({ refusal: "NOT_ALLOWED" });
});

test("I31: a revealed number is stored nowhere, and the same form sent again does not bring it back", async () => {
  const { id, idNumber } = await register("不留底");
  const staff = make.actor();
  const typed = { traineeId: id, number: "idNumber", reason: "CONTACT", reasonText: "" };
  const key = crypto.randomUUID();

  const first = await post(revealNumber, staff, typed, key);
  const again = await post(revealNumber, staff, typed, key);

  expect(first).toMatchObject({ value: { number: idNumber } });
  expect(again).toEqual({ state: "done", value: {}, again: expect.any(String) });
  const kept = await sql(
    "owner",
    "SELECT to_jsonb(s) AS row FROM submissions s UNION ALL SELECT to_jsonb(a) FROM access_entries a",
  );
  expect(JSON.stringify(kept)).not.toContain(idNumber);
  expect(await db.accessEntry.count({ where: { subjectId: id, verb: "trainee.reveal" } })).toBe(1);
});

test("I26: a registration sent twice is one row, and both are led to it", async () => {
  const staff = make.actor();
  const typed = { ...known, ...notice, idNumber: make.idNumber(), name: "连点两次" };
  const key = crypto.randomUUID();

  const answers = await Promise.all([
    post(registerTrainee, staff, typed, key),
    post(registerTrainee, staff, typed, key),
  ]);

  const row = await db.trainee.findFirstOrThrow({ where: { name: "连点两次" }, select: { id: true } });
  expect(answers).toEqual([1, 2].map(() => ({ state: "led on", to: `/trainees/${row.id}?enrol=next` })));
  expect(await db.trainee.count({ where: { name: "连点两次" } })).toBe(1);
});

test("U24: a form with several gaps names every one of them and keeps what was typed", async () => {
  const answer = await post(registerTrainee, make.actor(), {
    name: "扎西",
    idNumber: "",
    phone: "123",
    noticeGivenOn: "2018-13-01",
  });

  expect(answer).toMatchObject({ state: "invalid", typed: { name: "扎西", phone: "123" } });
  expect("fields" in answer && Object.keys(answer.fields).sort()).toEqual([
    "category",
    "ethnicity",
    "idNumber",
    "noticeGivenOn",
    "noticeWay",
    "phone",
    "villageCode",
  ]);
});

test("invariants 5.1: a field the form does not have is refused", async () => {
  const answer = await post(registerTrainee, make.actor(), {
    ...known,
    ...notice,
    idNumber: make.idNumber(),
    name: "夹带",
    isDemo: "on",
  });

  expect(answer).toMatchObject({ state: "refused", refusal: "INPUT_WRONG" });
});

test("U24: what fields lack and what rules refuse comes in one answer, hints with it", async () => {
  const staff = make.actor();
  const phone = "13900001234";
  await post(registerTrainee, staff, { ...known, ...notice, idNumber: make.idNumber(), name: "共用电话", phone });
  const minor = make.idNumber(day("2003-03-09"));

  const first = await post(registerTrainee, staff, {
    ...notice,
    idNumber: wrongEnd(minor),
    name: "白玛?",
    phone: "139",
  });
  const second = await post(registerTrainee, staff, {
    ...{ ...known, villageContact: "", category: "" },
    ...{ ...notice, noticeGivenOn: "2018-06-02" },
    ...{ idNumber: minor, name: "白玛次仁", phone },
  });

  expect(first).toMatchObject({ state: "invalid" });
  expect(Object.keys((first as { fields: object }).fields).sort()).toEqual(
    ["category", "ethnicity", "idNumber", "name", "phone", "villageCode"].sort(),
  );
  expect(second).toMatchObject({
    state: "invalid",
    hints: { lists: { warnings: ["PHONE_SHARED"], PHONE_SHARED: [{ told: expect.stringContaining("共用电话") }] } },
  });
  expect(Object.keys((second as { fields: object }).fields).sort()).toEqual(
    ["category", "guardianName", "guardianPhone", "noticeGivenOn"].sort(),
  );
});

test("R11: a family's telephone wants one tick and nothing else", async () => {
  const staff = make.actor();
  const person = { ...known, ...notice, villageContact: "", phone: "13900004321" };
  await post(registerTrainee, staff, { ...person, idNumber: make.idNumber(), name: "家人一" });
  const typed = { ...person, idNumber: make.idNumber(), name: "家人二" };

  const hinted = await post(registerTrainee, staff, typed);
  const saved = await post(registerTrainee, staff, { ...typed, "accepted[]": "PHONE_SHARED" });

  expect(hinted).toMatchObject({ state: "refused", field: "accepted", lists: { warnings: ["PHONE_SHARED"] } });
  expect(saved).toMatchObject({ state: "led on" });
});

test("R5: a number that is known leads to its person, whatever else is wrong", async () => {
  const staff = make.actor();
  const { id, idNumber } = await register("已登记");

  const answer = await post(registerTrainee, staff, { idNumber, name: "" });

  expect(answer).toMatchObject({ state: "refused", refusal: "ID_NUMBER_KNOWN", figures: { traineeId: id } });
});

test("I26: what came of an act is told to its own actor, with the name, and once", async () => {
  const staff = make.actor();
  const typed = { ...known, ...notice, idNumber: make.idNumber(), name: "说一次" };
  const key = crypto.randomUUID();
  await post(registerTrainee, staff, typed, key);
  const { id } = await db.trainee.findFirstOrThrow({ where: { name: "说一次" }, select: { id: true } });
  const page = `/trainees/${id}`;
  const told = { id: key, says: "trainee.register", about: { traineeId: id } };

  expect(await takeOutcome(make.actor().id, page)).toBeNull();
  expect(await takeOutcome(staff.id, "/trainees")).toBeNull();
  expect(await takeOutcome(staff.id, page)).toMatchObject(told);
  expect(await takeOutcome(staff.id, page)).toBeNull();

  // The same form sent again, since no answer came back or by Back and send, is told again, with the time of the act.
  const { at } = await db.submission.findUniqueOrThrow({ where: { actorId_key: { actorId: staff.id, key } } });
  await sql("owner", "UPDATE submissions SET at = at - interval '2 hours' WHERE key = $1", [key]);
  expect(await post(registerTrainee, staff, typed, key)).toMatchObject({ state: "led on" });
  const again = await takeOutcome(staff.id, page);
  expect(again).toMatchObject({ ...told, again: { at: new Date(at.getTime() - 2 * 3_600_000) } });
  expect(await takeOutcome(staff.id, page)).toBeNull();
  expect(await db.trainee.count({ where: { name: "说一次" } })).toBe(1);
});

test("I26: a used form with other content is refused and keeps what was typed; one that stays on its page says when it was sent", async () => {
  const staff = make.actor();
  const { id } = await register("再看一次");
  const typed = { traineeId: id, number: "idNumber", reason: "CONTACT", reasonText: "" };
  const key = crypto.randomUUID();
  expect(await post(revealNumber, staff, typed, key)).not.toHaveProperty("again");

  expect(await post(revealNumber, staff, typed, key)).toMatchObject({
    state: "done",
    again: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
  });
  expect(await post(revealNumber, staff, { ...typed, number: "phone" }, key)).toMatchObject({
    state: "refused",
    refusal: "KEY_REUSED",
    typed: { number: "phone" },
  });
});

/** The same number with a check character that does not fit. */
const wrongEnd = (idNumber: string) => idNumber.slice(0, 17) + (idNumber.endsWith("0") ? "1" : "0");
