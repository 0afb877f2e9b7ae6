import { expect, test, vi } from "vitest";
import { step } from "@/lib/command/command";
import { row } from "@/lib/command/row";
import { transaction } from "@/lib/database/db";
import * as forms from "@/lib/enrolment/actions";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { addDays, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, in which language, and which page is to be made anew.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const staff = make.actor();
let children = 0;
type Wish = { cohortId: string; traineeId: string; place: "CONFIRMED" };

/** The same command through each of its doors: a page's form, a row of a list, and code. */
const doors = {
  async form(wish: Wish) {
    request.actor = staff;
    const form = new FormData();
    for (const [name, value] of Object.entries({ submissionKey: crypto.randomUUID(), ...wish })) form.set(name, value);
    const answer = await forms.enrol({ state: "idle" }, form).catch((error: { digest?: string }) => error);
    return "refusal" in answer ? answer.refusal : "digest" in answer ? "done" : answer;
  },
  async row(wish: Wish) {
    const result = await transaction((tx) => row(tx, () => step(enrol, tx, staff, { ...wish, unsubsidised: false })));
    return "refusal" in result ? result.refusal : "done";
  },
  code: (wish: Wish) =>
    enrol(staff, wish).then(
      () => "done",
      (error: { refusal: string }) => error.refusal,
    ),
};

test.each(Object.entries(doors))("I15: enrolling through a %s does the same and refuses the same", async (_, enter) => {
  const { id: cohortId } = await make.cohort({ seats: 1 });
  const { id: gone } = await make.cohort({ state: "CANCELLED" });
  const [one, other] = [await make.trainee(), await make.trainee()];
  const child = await make.trainee({ idNumber: make.idNumber(addDays(day("2005-01-01"), ++children)) });
  const wish = (traineeId: string, into = cohortId): Wish => ({ cohortId: into, traineeId, place: "CONFIRMED" });

  expect(await enter(wish(child.id))).toBe("UNDER_AGE");
  expect(await enter(wish(one.id, gone))).toBe("COHORT_NOT_OPEN");
  expect(await enter(wish(one.id))).toBe("done");
  expect(await enter(wish(one.id))).toBe("ALREADY_ENROLLED");
  expect(await enter(wish(other.id))).toBe("COHORT_FULL");
  expect(await enter(wish(crypto.randomUUID()))).toBe("INPUT_WRONG");
});
