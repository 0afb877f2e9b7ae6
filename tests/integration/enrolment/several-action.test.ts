import { expect, test, vi } from "vitest";
import { enrolSeveral } from "@/lib/enrolment/actions";
import type { Answer } from "@/lib/refusal/answer";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

// What only a running Next can say: who is signed in, in which language, and which page is to be made anew.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

test("U05, I26: one refused among several is answered by name, and the same form sent twice gets the same answer", async () => {
  const cohort = await make.cohort();
  const { id: grown } = await make.trainee();
  const { id: child } = await make.trainee({ idNumber: make.idNumber(day("2005-01-01")) });
  request.actor = make.actor("BASE_STAFF");
  const form = new FormData();
  form.append("submissionKey", crypto.randomUUID());
  form.append("cohortId", cohort.id);
  form.append("place", "CONFIRMED");
  for (const id of [grown, child]) form.append("traineeIds[]", id);
  const idle: Answer<never> = { state: "idle" };

  const answers = [await enrolSeveral(idle, form), await enrolSeveral(idle, form)];

  const value = {
    results: [
      { id: grown, state: "CONFIRMED" },
      { id: child, sentence: "UNDER_AGE.other" },
    ],
  };
  expect(answers).toMatchObject([
    { state: "done", value },
    { state: "done", value },
  ]);
});
