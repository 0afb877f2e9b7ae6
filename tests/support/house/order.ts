import { importsOf, isCode, type Rule, roomOf, subjectOf } from "./sources";

/** house.md: each folder of lib may import what stands before it. A new subject takes its place here first. */
export const order = [
  ...["value", "env", "wording", "refusal", "log", "database", "audit", "auth", "command", "workbook"],
  ...["base", "code", "place", "setting", "working-day", "document", "institution", "classroom"],
  ...["trainer", "trainer-leave", "qualification", "course", "trainee"],
  ...["lesson", "lesson-helper", "cohort", "class-teacher", "enrolment", "roster-import"],
  ...["arrival", "attendance", "boarding"],
  ...["completion", "certificate"],
  ...["employer", "jobless", "placement", "claim", "project", "fund", "account"],
  ...["calendar-feed", "notice", "search", "report", "trainee-file", "person-request"],
  ...["check", "today", "server"],
];

const rooms = ["app", "components", "lib", "prisma", "scripts", "tests"];
const allowed: Record<string, string[]> = {
  app: ["app", "components", "lib", "prisma"],
  components: ["components", "lib", "prisma"],
  lib: ["lib", "prisma"],
  prisma: ["lib", "prisma"],
  scripts: ["lib", "prisma", "scripts"],
};

/** Rule 1: app → components → lib → prisma; nobody imports tests, also not from a script. */
export const roomsPointOneWay: Rule = (source) => {
  const may = allowed[roomOf(source.path)];
  if (!may || !isCode(source)) return [];
  return importsOf(source)
    .filter((from) => rooms.includes(roomOf(from)) && !may.includes(roomOf(from)))
    .map((from) => `may not import ${from}`);
};

/** Rule 1: every folder of lib stands in the order; imports point backwards only. */
export const subjectsPointBack: Rule = (source) => {
  if (roomOf(source.path) !== "lib" || !isCode(source)) return [];
  const place = order.indexOf(subjectOf(source.path));
  if (place < 0) return [`stands in ${subjectOf(source.path)}, which has no place in the order`];
  return importsOf(source)
    .filter((from) => roomOf(from) === "lib" && order.indexOf(subjectOf(from)) > place)
    .map((from) => `may not know ${from}`);
};

/** Rule 4: ui and layout could ship in another product. */
export const uiKnowsNoSubject: Rule = (source) => {
  if (!/^components\/(ui|layout)\//.test(source.path)) return [];
  const technical = order.slice(0, order.indexOf("base"));
  return importsOf(source)
    .filter(
      (from) =>
        (roomOf(from) === "lib" && !technical.includes(subjectOf(from))) ||
        (roomOf(from) === "components" && !["ui", "layout"].includes(subjectOf(from))),
    )
    .map((from) => `knows the subject of ${from}`);
};
