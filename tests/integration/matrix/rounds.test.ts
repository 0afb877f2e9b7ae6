import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { draftCohort } from "@/lib/cohort/actions";
import { createCourse } from "@/lib/course/actions";
import { editCohort } from "@/lib/enrolment/actions";
import { createProject } from "@/lib/project/actions";
import * as make from "@/tests/support/make";
import { type Action, wrongFields } from "@/tests/support/wrong-fields";

// What only a running Next can say: who is signed in, and in which language.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({ findActor: async () => request.actor }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const wrongAt = (actor: Actor, action: Action, typed: Record<string, string>) => {
  request.actor = actor;
  return wrongFields(action, typed);
};

const staff = make.actor();
const wrongPlan = { startsOn: "2018-09-20", endsOn: "2018-09-03", atBase: "OUTSIDE", place: "" };
const texts = { contact: "", examPlan: "", material: "", title: "" };

test("U24: a cohort that is wrong in several fields hears of all at once, whether one is empty or not", async () => {
  const { id: courseId } = await make.course();
  const plan = { ...texts, ...wrongPlan, courseId, seats: "199" };

  expect(await wrongAt(staff, draftCohort, plan)).toEqual(["endsOn", "place", "seats"]);
  expect(await wrongAt(staff, draftCohort, { ...plan, courseId: "" })).toEqual(["courseId", "endsOn", "place"]);
  expect(await wrongAt(staff, draftCohort, { ...plan, seats: "viel" })).toEqual(["endsOn", "place", "seats"]);
});

test("U24: so does a change of a cohort", async () => {
  const { id: cohortId, courseId } = await make.cohort({ state: "DRAFT" });
  const change = { ...texts, ...wrongPlan, cohortId, courseId, version: "1", seats: "199", title: "美容师 五级" };

  expect(await wrongAt(staff, editCohort, change)).toEqual(["endsOn", "place", "seats"]);
  expect(await wrongAt(staff, editCohort, { ...change, title: "" })).toEqual(["endsOn", "place", "seats", "title"]);
});

test("U24: so does a course whose code is taken and whose periods are none, and a project likewise", async () => {
  const code = `C${crypto.randomUUID().slice(0, 8)}`;
  await make.course({ code });
  const course = { code, name: "", type: "SKILL", minPeriods: "0", description: "" };
  const none = { theoryPeriods: "0", practicePeriods: "0" };
  expect(await wrongAt(staff, createCourse, { ...course, ...none })).toEqual(["code", "name", "theoryPeriods"]);
  expect(await wrongAt(staff, createCourse, { ...course, ...none, name: "木作" })).toEqual(["code", "theoryPeriods"]);

  const projectCode = `P${crypto.randomUUID().slice(0, 8)}`;
  await make.project({ code: projectCode });
  const project = {
    ...{ code: projectCode, name: "", category: "EDUCATION", planYear: "2018", implementYear: "2019" },
    ...{
      site: "白松镇",
      content: "",
      implementingUnit: "县教育局",
      target: "",
      totalInvestment: "100",
      unit: "WAN",
      dueOn: "",
    },
  };
  expect(await wrongAt(make.actor("AID_OFFICER"), createProject, project)).toEqual(["code", "implementYear", "name"]);
  expect(await wrongAt(make.actor("AID_OFFICER"), createProject, { ...project, name: "教学楼" })).toEqual([
    "code",
    "implementYear",
  ]);
});
