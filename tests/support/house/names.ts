import { bare, isCode, kindOf, type Rule, roomOf, subjectOf } from "./sources";

const ofASubject = ["schema", "rules", "queries", "commands", "actions"];
const single = ["env", "log"];

/** The rooms under the subjects, and what a subject may hold beside the closed list. */
const own: Record<string, string[]> = {
  value: ["calendar", "client-address", "clock", "money", "name", "name-characters", "period", "text"],
  refusal: ["answer", "database-error", "refusal", "visit"],
  database: [
    "among",
    "client",
    "connection",
    "db",
    "direct",
    "hold",
    "id",
    "insert",
    "long-read",
    "rows",
    "seal",
    "together",
  ],
  wording: [
    "act",
    "fault-files",
    "faults",
    "files",
    "zh-CN",
    "labels",
    "locale",
    "messages",
    "lookup",
    "sentence",
    "translations",
  ],
  auth: ["actor", "permissions", "options", "queries"],
  command: [
    ...["answers", "command", "decided", "fields", "form", "locale-of-request", "once", "open-form"],
    ...["outcome", "overtaken", "read-fields", "row", "submission-key", "values"],
  ],
  workbook: ["book", "parts", "read", "sheet", "text", "worker"],
  server: ["door", "route", "start-up"],
  account: [...ofASubject, "password", "totp"],
  report: [...ofASubject, "file", "send-print", "send-report", "sheet"],
  setting: [...ofASubject, "parameter"],
  audit: ["queries", "record", "rules", "schema", "verbs"],
};

/** A subject's folder holds files of the closed list, or folders of those names. */
export const filesAreOnTheList: Rule = ({ path }) => {
  if (roomOf(path) !== "lib" || !/\.tsx?$/.test(path)) return [];
  const deep = path.split("/").length > 2;
  if (!deep) return single.includes(bare(subjectOf(path))) ? [] : ["is no single file of the house"];
  return (own[subjectOf(path)] ?? ofASubject).includes(kindOf(path))
    ? []
    : ["is not on the closed list of a subject's files"];
};

/** Rule 5: a file that outgrows itself becomes a folder of its name, never both; a language is the list of its areas. */
export const noFileBesideItsFolder: Rule = ({ path }, house) =>
  /^(components|lib\/(?!wording\/)).*\.tsx?$/.test(path) &&
  house.some((other) => other.path.startsWith(`${bare(path)}/`))
    ? ["stands beside a folder of its name"]
    : [];

const most = 25;

/** Rule 5: a folder holds 25 files of code at most; its first file stands for it. Wording is one file an area, however many. */
export const foldersStaySmall: Rule = (source, house) => {
  const folder = folderOf(source.path);
  const files = house.filter((other) => isCode(other) && folderOf(other.path) === folder).map(({ path }) => path);
  return files.length > most && source.path === files.sort()[0] ? [`stands in a folder of ${files.length} files`] : [];
};

const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");
