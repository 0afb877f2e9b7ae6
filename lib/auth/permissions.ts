import type { Role } from "@/prisma/generated/enums";

const roles = [
  "BASE_STAFF",
  "BASE_DIRECTOR",
  "COUNTY_REVIEWER",
  "AID_OFFICER",
  "AID_LEADER",
  "SYS_ADMIN",
  "SEC_ADMIN",
  "AUDITOR",
  "TRAINER",
] as const;

/**
 * The whole policy (invariants.md section 4): columns in the order of `roles`, what is not here is refused.
 * Y yes · M yes, personal fields masked · S own scope only · P may propose · A may approve, never the own proposal · - no.
 * Township clerks have no column: they are off until they are switched on. A trainer takes the rolls of the lessons taught, helped in or
 * led as class teacher, nothing else.
 */
const policy = {
  "course:view": "Y Y Y Y Y Y Y Y -",
  "course:edit": "Y Y - - - - - - -",
  "trainee:view": "M M M - - - - - -",
  "trainee:create": "Y Y - - - - - - -",
  "trainee:edit": "Y Y - - - - - - -",
  "trainee:import": "Y Y - - - - - - -",
  "trainee:correct": "P A - - - - - - -",
  "trainee:merge": "P A - - - - - - -",
  "trainee:reveal": "Y Y Y - - - - - -",
  "trainee:ownData": "P A - - - - - - -",
  "cohort:view": "M M M - - M - M -",
  "cohort:draft": "Y Y - - - - - - -",
  "cohort:submit": "Y Y - - - - - - -",
  "cohort:cancel": "Y Y - - - - - - -",
  "cohort:approve": "- P A - - - - - -",
  "cohort:start": "Y Y - - - - - - -",
  "cohort:examEarly": "- Y - - - - - - -",
  "cohort:close": "- P A - - - - - -",
  "enrolment:create": "Y Y - - - - - - -",
  "enrolment:confirm": "Y Y - - - - - - -",
  "enrolment:cancel": "Y Y - - - - - - -",
  "enrolment:drop": "Y Y - - - - - - -",
  "enrolment:noShow": "Y Y - - - - - - -",
  "enrolment:transfer": "Y Y - - - - - - -",
  "enrolment:complete": "Y Y - - - - - - -",
  "outcome:reverse": "- Y - - - - - - -",
  "outcome:reopen": "- - Y - - - - - -",
  "arrival:note": "Y Y - - - - - - -",
  "attendance:record": "Y Y - - - - - - S",
  "attendance:correct": "P A A - - - - - -",
  "marks:record": "Y Y - - - - - - -",
  "certificate:issue": "P A - - - - - - -",
  "certificate:void": "P A - - - - - - -",
  "enrolment:late": "P A A - - - - - -",
  "enrolment:transferLate": "P A A - - - - - -",
  "schedule:view": "Y Y Y - - Y - Y -",
  "schedule:subscribe": "Y Y Y - - Y - Y S",
  "lesson:book": "Y Y - - - - - - -",
  "lesson:move": "Y Y - - - - - - -",
  "lesson:cancel": "Y Y - - - - - - -",
  "classroom:close": "Y Y - - - - - - -",
  "trainer:edit": "Y Y - - - - - - -",
  "report:view": "Y Y Y - - Y - - -",
  "report:export": "Y Y Y - - Y - - -",
  "report:exportFull": "- Y Y - - - - - -",
  "dashboard:base": "Y Y Y Y Y Y - Y -",
  "dashboard:fund": "- Y Y Y Y - - Y -",
  "fund:export": "- Y Y Y Y - - Y -",
  "project:edit": "- - - Y - - - - -",
  "project:adjust": "- - - P A - - - -",
  "money:record": "- - - P A - - - -",
  "expenditure:record": "- - - Y - - - - -",
  "money:reverse": "- - - P A - - - -",
  "month:submit": "- - - P A - - - -",
  "month:lock": "- - - P A - - - -",
  "year:close": "- - - P A - - - -",
  "yearCapacity:change": "- P A - - - - - -",
  "setting:view": "Y Y Y Y Y Y - Y -",
  "setting:change": "- A A - A P - - -",
  "code:view": "Y Y Y - - Y - Y -",
  "code:edit": "- - - - - Y - - -",
  "account:manage": "- - - - - - Y - -",
  "role:grant": "- - - - - - Y - -",
  "session:end": "- - - - - - Y - -",
  "checks:view": "- - - - - Y Y Y -",
  "audit:view": "- - - - - - - Y -",
  "accessLog:view": "- - - - - - - Y -",
  "search:use": "Y Y Y Y Y Y Y Y -",
  "own:preferences": "Y Y Y Y Y Y Y Y Y",
} as const satisfies Record<string, string>;

export type Permission = keyof typeof policy;
export type Grant = "Y" | "M" | "S" | "P" | "A" | "-";

export const permissions = Object.keys(policy) as Permission[];
export { roles };

/** What the table says of a role; a role without a column may nothing. */
export function grantOf(role: Role, permission: Permission): Grant {
  const column = (roles as readonly Role[]).indexOf(role);
  return (policy[permission].split(" ")[column] ?? "-") as Grant;
}

/** May this role do it at all, be it only as a proposal. */
export const may = (role: Role, permission: Permission): boolean => grantOf(role, permission) !== "-";

/** May this role put it forward: who only approves writes nothing down himself (R111). */
export const mayPropose = (role: Role, permission: Permission): boolean =>
  ["Y", "M", "S", "P"].includes(grantOf(role, permission));

/** May this role decide what somebody else proposed. */
export const mayApprove = (role: Role, permission: Permission): boolean => grantOf(role, permission) === "A";
