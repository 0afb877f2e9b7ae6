import "server-only";
import { z } from "zod";
import { printedMark } from "@/lib/completion/rules";
import type { Tx } from "@/lib/database/db";
import { formatWan, formatYuan } from "@/lib/value/money";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

export type ReadStored = (subject: string, field: string, value: string) => string | undefined;

/** What the audit keeps as codes, fen and tenths, in words, 万元 and points; undefined stays as it is (U31). */
export async function storedReader(tx: Tx, locale: Locale): Promise<ReadStored> {
  const say = translatorOf(locale) as unknown as Say;
  const codes = await codeWords(tx, locale);
  const word = (...keys: string[]) => keys.map((key) => (say.has(key) ? say(key) : undefined)).find(Boolean);
  const words = (area: string) => (value: string) =>
    value
      .split(" ")
      .map((name) => word(`${area}.${name}`) ?? name)
      .join(say("audit.history.between"));

  // By the column, and by subject and column where others have a column of that name.
  const fields: Record<string, (value: string, subject: string) => string | undefined> = {
    state: (value, subject) => word(`state.${subject}.${value}`, `state.record.${value}`),
    role: words("nav.roles"),
    "cohort.atBase": (value) => word(`cohort.heldAt.${value === "true" ? "BASE" : "OUTSIDE"}`),
    "course.type": words("course.types"),
    "lesson.kind": words("lesson.kind"),
    "calendarDay.kind": words("workingDay.kinds"),
    "setting.key": words("setting.names"),
    "setting.state": words("setting.states"),
    "project.category": words("project.categories"),
    waitStopped: (value) => word(`enrolment.stopped.${value}`, "enrolment.stopped.other"),
    warnings: (value) =>
      value
        .split(" ")
        .map((name) => warningOf(name, word))
        .join(say("audit.history.between")),
    approvalNeeded: words("enrolment.approvals"),
    accepted: (value, subject) => words(warningsOf[subject] ?? "money.doubts")(value),
    because: words("completion.grounds"),
    mark: words("attendance.marks"),
    cause: words("attendance.pending.causes"),
    plan: words("completion.grades"),
    theory: marks,
    practice: marks,
    attended: (value) => say("audit.periods", { value }),
    certainty: words("money.certainty"),
    basis: words("money.bases"),
    account: words("money.accounts"),
    ledger: words("money.ledgers"),
    standing: words("state.standing"),
    report: (value) => word(`report.kinds.${value}.title`),
    purpose: words("report.full.purposes"),
    requestKind: words("personRequest.kinds"),
    format: (value) => word(`audit.formats.${value}`),
    classroomNumber: codes("CLASSROOM"),
    "classroom.kind": codes("CLASSROOM_KIND"),
    equipment: codes("EQUIPMENT"),
    practiceKinds: several(codes("CLASSROOM_KIND")),
    practiceEquipment: several(codes("EQUIPMENT")),
    physicalProgress: (value) => `${value}%`,
    amount: sum,
    total: sum,
    totalInvestment: sum,
    ethnicity: codes("ETHNICITY"),
    education: codes("EDUCATION"),
    "trainee.category": codes("TRAINEE_CATEGORY"),
    otherCategories: codes("TRAINEE_CATEGORY"),
    noticeWay: codes("NOTICE_WAY"),
    villageCode: codes("VILLAGE"),
  };
  return (subject, field, value) => (fields[`${subject}.${field}`] ?? fields[field])?.(value, subject);

  function several(wordOf: (code: string) => string | undefined) {
    return (value: string) =>
      value
        .split(" ")
        .map((code) => wordOf(code) ?? code)
        .join(say("audit.history.between"));
  }

  /** In 万元 where that says it exactly, else in 元. */
  function sum(value: string): string | undefined {
    if (!/^-?\d+$/.test(value)) return undefined;
    const fen = BigInt(value);
    return fen % 10_000n === 0n
      ? say("money.units.wan", { amount: formatWan(fen) })
      : say("money.units.yuan", { amount: formatYuan(fen) });
  }
}

type Say = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean };

/** What was warned of when a cohort was submitted, or when somebody was enrolled. */
const warningOf = (name: string, word: (...keys: string[]) => string | undefined): string =>
  word(`cohort.findings.names.${name}`, `audit.warnings.${name}`, `enrolment.approvals.${name}`) ?? name;

/** What is ticked before saving, by subject; of money where nothing else is said. */
const warningsOf: Record<string, string> = { trainee: "trainee.warnings", lesson: "lesson.warnings" };

const marks = (tenths: string) => printedMark(Number(tenths));

const row = z.object({ kind: z.string(), code: z.string(), label: z.string() });

/** The code tables and the villages in one statement. */
async function codeWords(tx: Tx, locale: Locale) {
  const rows = await tx.$queryRaw`
    SELECT kind::text, code, CASE WHEN ${locale} = 'en' THEN en ELSE zh END AS label FROM code_items
    UNION ALL SELECT 'CLASSROOM', number::text, label FROM classrooms
    UNION ALL SELECT 'VILLAGE', v.code, t.name || v.name FROM villages v JOIN townships t ON t.code = v.township_code`;
  const labels = new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ kind, code, label }) => [`${kind}:${code}`, label]),
  );
  return (kind: string) => (code: string) => labels.get(`${kind}:${code}`);
}
