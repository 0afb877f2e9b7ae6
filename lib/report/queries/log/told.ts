import "server-only";
import { operations } from "@/lib/audit/record";
import { actOf, asNamedNow } from "@/lib/audit/rules";
import { db, type Tx } from "@/lib/database/db";
import { findRecordNames } from "@/lib/report/queries/log/record-names";
import { storedReader } from "@/lib/report/queries/log/stored-values";
import { maskNumbers } from "@/lib/report/rules";
import { labelKeys } from "@/lib/wording/labels";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** What one change of the audit holds; page and file are given the same (I25). */
export type Kept = {
  actorName: string;
  actorRole: string;
  verb: string;
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
};

/** U31: entries of the audit as people read them: words, 万元 and names; no code, no fen, no id, no name of a column. */
export async function tellEntries<Entry extends Kept>(entries: Entry[], locale: Locale, tx: Tx = db) {
  const [read, names] = [await storedReader(tx, locale), await findRecordNames(tx, entries.flatMap(idsOf))];
  const say = translatorOf(locale) as unknown as Say;
  const word = (key: string, other: string) => (say.has(key) ? say(key) : say(other));

  function shown(subject: string, field: string, value: unknown): string {
    if (typeof value === "boolean")
      return read(subject, field, String(value)) ?? say(value ? "audit.history.yes" : "audit.history.no");
    if (!says(value)) return say("audit.history.nothing");
    if (Array.isArray(value)) return value.map((one) => shown(subject, field, one)).join(say("audit.history.between"));
    const text = String(value);
    return anId.test(text) ? (names.get(text) ?? "") : maskNumbers(read(subject, field, text) ?? text);
  }

  const labelOf = (subject: string, field: string) =>
    say(labelKeys(subject, field).find((key) => say.has(key)) ?? "audit.otherField");

  const changesOf = (entry: Entry) =>
    fieldsOf(entry)
      .map(({ field, was, is, before }) => ({
        field,
        label: labelOf(entry.subjectType, field),
        before: was ? shown(entry.subjectType, field, before) : undefined,
        after: shown(entry.subjectType, field, is),
      }))
      // The id of a record that has no name of its own says nothing.
      .filter(({ before, after }) => before !== "" && after !== "")
      // What a mask hides reads the same on both sides: then it says that it changed (R91).
      .map((change) =>
        change.before === change.after ? { ...change, before: undefined, after: say("audit.history.masked") } : change,
      );

  return entries.map((entry) => ({
    ...entry,
    ...(entry.actorRole === operations
      ? { actorName: say("audit.commandLine"), role: say("audit.server") }
      : { role: word(`nav.roles.${entry.actorRole}`, "audit.server") }),
    act: say.has(`done.${entry.verb}`) ? actOf(String(say.raw(`done.${entry.verb}`))) : say("audit.otherAct"),
    kind: word(`audit.subjects.${entry.subjectType}`, "audit.otherSubject"),
    about: aboutOf(entry, names, read),
    why: entry.reason && maskNumbers(entry.reason),
    changes: changesOf(entry),
  }));
}

type Say = { (key: string): string; has(key: string): boolean; raw(key: string): unknown };
export type ToldEntry = Awaited<ReturnType<typeof tellEntries>>[number];

/** A record by its name; months, years and days are their own. */
function aboutOf(
  { subjectType, subjectId }: Kept,
  names: Map<string, string>,
  read: Awaited<ReturnType<typeof storedReader>>,
) {
  // A mark is about a lesson and a person.
  if (subjectType === "attendance")
    return subjectId
      .split(":")
      .map((id) => names.get(id) ?? "")
      .join(" ");
  const name = names.get(subjectId) ?? (anId.test(subjectId) ? "" : subjectId);
  if (subjectType === "base") return "";
  if (subjectType === "setting") return read("setting", "key", name) ?? name;
  if (subjectType === "export") return read("export", "report", name) ?? name;
  if (subjectType === "classroom") return read("lesson", "classroomNumber", name) ?? name;
  return subjectType === "code" ? name.replace(/^\w+:/, "") : name;
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an entry names by number or name already is not said again by its id. */
const alsoNamed: Record<string, string> = { cohortId: "cohort", transferToId: "transferTo" };

/** The fields of an entry that say something; what was empty and stayed empty says nothing. */
function fieldsOf({ subjectType, before, after }: Kept) {
  const [old, now] = [before, after].map((side) => asNamedNow(subjectType, Object(side))) as [Row, Row];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !((alsoNamed[field] ?? "") in { ...old, ...now }))
    .map((field) => ({ field, was: field in old, before: old[field], is: now[field] }))
    .filter((change) => says(change.before) || says(change.is));
}

type Row = Record<string, unknown>;

const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

const idsOf = ({ subjectId, before, after }: Kept): string[] =>
  [subjectId.split(":"), ...Object.values(Object(before)), ...Object.values(Object(after))]
    .flat()
    .map(String)
    .filter((text) => anId.test(text));
