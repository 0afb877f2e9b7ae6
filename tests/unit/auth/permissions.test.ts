import { expect, test } from "vitest";
import { type Grant, grantOf, may, mayApprove, type Permission, permissions, roles } from "@/lib/auth/permissions";
import { locales, messagesIn } from "@/lib/wording/messages";
import { Role } from "@/prisma/generated/enums";

/** The handbook's matrix, BS BD CR AO AL SY SE AU IN; what stands in one row there for several permissions is written out. */
const matrix: Record<string, string> = {
  "trainee:view": "M M M - - - - - -",
  "trainee:create": "Y Y - - - - - - -",
  "trainee:edit": "Y Y - - - - - - -",
  "trainee:import": "Y Y - - - - - - -",
  "trainee:reveal": "Y Y Y - - - - - -",
  "trainee:ownData": "P A - - - - - - -",
  "cohort:view": "M M M - - M - M -",
  "cohort:draft": "Y Y - - - - - - -",
  "cohort:submit": "Y Y - - - - - - -",
  "cohort:cancel": "Y Y - - - - - - -",
  "cohort:approve": "- P A - - - - - -",
  "cohort:close": "- P A - - - - - -",
  "enrolment:create": "Y Y - - - - - - -",
  "enrolment:cancel": "Y Y - - - - - - -",
  "enrolment:drop": "Y Y - - - - - - -",
  "enrolment:noShow": "Y Y - - - - - - -",
  "enrolment:late": "P A A - - - - - -",
  "enrolment:transferLate": "P A A - - - - - -",
  "attendance:record": "Y Y - - - - - - S",
  "attendance:correct": "P A A - - - - - -",
  "marks:record": "Y Y - - - - - - -",
  "certificate:issue": "P A - - - - - - -",
  "certificate:void": "P A - - - - - - -",
  "lesson:book": "Y Y - - - - - - -",
  "lesson:move": "Y Y - - - - - - -",
  "lesson:cancel": "Y Y - - - - - - -",
  "report:export": "Y Y Y - - Y - - -",
  "report:exportFull": "- Y Y - - - - - -",
  "dashboard:base": "Y Y Y Y Y Y - Y -",
  "dashboard:fund": "- Y Y Y Y - - Y -",
  "fund:export": "- Y Y Y Y - - Y -",
  "money:record": "- - - P A - - - -",
  "project:adjust": "- - - P A - - - -",
  "expenditure:record": "- - - Y - - - - -",
  "money:reverse": "- - - P A - - - -",
  "month:submit": "- - - P A - - - -",
  "month:lock": "- - - P A - - - -",
  "year:close": "- - - P A - - - -",
  "yearCapacity:change": "- P A - - - - - -",
  "setting:change": "- A A - A P - - -",
  "account:manage": "- - - - - - Y - -",
  "role:grant": "- - - - - - Y - -",
  "session:end": "- - - - - - Y - -",
  "audit:view": "- - - - - - - Y -",
  "accessLog:view": "- - - - - - - Y -",
};

/** What the handbook does not name, because it follows from a row of it or holds no person: added here knowingly, one by one. */
const ours = [
  "trainee:correct",
  "trainee:merge",
  "course:view",
  "course:edit",
  "cohort:start",
  "cohort:examEarly",
  "arrival:note",
  "enrolment:confirm",
  "enrolment:transfer",
  "enrolment:complete",
  "outcome:reverse",
  "outcome:reopen",
  "schedule:view",
  "schedule:subscribe",
  "report:view",
  "classroom:close",
  "trainer:edit",
  "project:edit",
  "setting:view",
  "code:view",
  "code:edit",
  "checks:view",
  "search:use",
  "own:preferences",
];

test.each(Object.entries(matrix))("invariants 4: %s is granted as the handbook says", (permission, row) => {
  const granted = roles.map((role) => grantOf(role, permission as Permission)).join(" ");

  expect(granted).toBe(row);
});

test("invariants 4: the table holds the handbook's rows and what we added knowingly, nothing else", () => {
  expect([...permissions].sort()).toEqual([...Object.keys(matrix), ...ours].sort());
});

test.each(locales())("U32: every permission can be read in %s", (locale) => {
  const names = messagesIn(locale).permission.names as Record<string, string>;

  expect(permissions.filter((permission) => !names[permission])).toEqual([]);
});

test("every grant is one of the six, and every role but the one that is off has a column", () => {
  const grants = permissions.flatMap((permission) => roles.map((role) => grantOf(role, permission)));

  expect(grants.filter((grant) => !["Y", "M", "S", "P", "A", "-"].includes(grant satisfies Grant))).toEqual([]);
  expect(Object.values(Role).filter((role) => !(roles as readonly string[]).includes(role))).toEqual([
    "TOWNSHIP_CLERK",
  ]);
});

test("a township clerk may nothing until the role is switched on, a trainer takes rolls and looks after the own account", () => {
  expect(permissions.filter((permission) => may("TOWNSHIP_CLERK", permission))).toEqual([]);
  expect(permissions.filter((permission) => may("TRAINER", permission))).toEqual([
    "attendance:record",
    "schedule:subscribe",
    "own:preferences",
  ]);
});

test("R111: who may only propose does not approve", () => {
  expect(may("BASE_DIRECTOR", "cohort:approve")).toBe(true);
  expect(mayApprove("BASE_DIRECTOR", "cohort:approve")).toBe(false);
  expect(mayApprove("COUNTY_REVIEWER", "cohort:approve")).toBe(true);
});

test("R94: the aid office sees no person and no cohort", () => {
  const seen = permissions.filter((permission) => may("AID_OFFICER", permission) || may("AID_LEADER", permission));

  expect(
    seen.filter((permission) => /^(trainee|cohort|enrolment|lesson|schedule|report|audit)/.test(permission)),
  ).toEqual([]);
});
