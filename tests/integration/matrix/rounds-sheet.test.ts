import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { recordMakeUp, recordResults } from "@/lib/completion/actions";
import { recordResults as record } from "@/lib/completion/commands/record";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { type Action, wrongFields } from "@/tests/support/wrong-fields";

// What only a running Next can say: who is signed in, and in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const wrongAt = (actor: Actor, action: Action, typed: Record<string, string | string[]>) => {
  request.actor = actor;
  return wrongFields(action, typed);
};

const examDay = day("2018-09-04");
const staff = await make.signer("BASE_STAFF", examDay);

test("U24: a sheet of attended hours and marks tells every row that is wrong, whatever is wrong in it", async () => {
  const { id: cohortId, enrolments } = await make.examined({ people: 5 });
  const sheet = {
    ...{ cohortId, "enrolmentIds[]": enrolments, "versions[]": enrolments.map(() => "1"), "plans[]": [] },
    "attended[]": ["11", "7", "9", "12", ""],
    "theory[]": ["", "70", "70", "", ""],
    "practice[]": ["", "70", "70", "", ""],
    "heldOns[]": ["", "2018-09-04", "2018-09-05", "", ""],
  };
  const wrong = ["attended.0", "attended.1", "attended.3", "heldOns.2"];

  expect(await wrongAt(staff, recordResults, sheet)).toEqual(wrong);
  const illegible = { ...sheet, "attended[]": ["11", "7", "9", "12", "viel"] };
  expect(await wrongAt(staff, recordResults, illegible)).toEqual([...wrong.slice(0, 3), "attended.4", "heldOns.2"]);
  const columns = { ...sheet, "theory[]": ["", "", "70", "", ""], "practice[]": ["", "", "70", "", ""] };
  expect(await wrongAt(staff, recordResults, { ...columns, "attended[]": ["1", "2", "9", "3", ""] })).toEqual([
    "heldOns.2",
  ]);
});

test("U24: so does the sheet of the make-up", async () => {
  const { id: cohortId, enrolments } = await make.examined({ people: 3 });
  const each = <Value>(value: Value) => enrolments.map(() => value);
  const marks = { theory: each(500), practice: each(700), attended: each(9), plans: [] };
  const versions = each(1);
  await record(staff, { cohortId, enrolmentIds: enrolments, versions, heldOns: each(examDay), ...marks });
  const sheet = {
    ...{ cohortId, "enrolmentIds[]": enrolments, "versions[]": each("2"), "plans[]": [] },
    "theory[]": ["70", "70", "170"],
    "practice[]": ["", "70", ""],
    "heldOns[]": ["2018-09-01", "2018-09-04", "2018-09-04"],
  };

  expect(await wrongAt(staff, recordMakeUp, sheet)).toEqual(["heldOns.0", "heldOns.1", "theory.2"]);
});
