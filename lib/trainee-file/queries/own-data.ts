import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import { listCodeItems, wordsOf } from "@/lib/code/queries/items";
import type { CodeKind } from "@/lib/code/schema";
import { attendanceRate, type ExamPart, finalMark, printedMark, printedRate } from "@/lib/completion/rules";
import { db } from "@/lib/database/db";
import { tellAccess } from "@/lib/report/queries/log/told-access";
import { findOpened, findTrainee, type TraineeRecord } from "@/lib/trainee/queries/record";
import { findTraineeFile, type TakenPart } from "@/lib/trainee-file/queries/file";
import { minuteOfInstant } from "@/lib/value/clock";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** R98: all the base holds on one person, in the words of the portal, for a machine to read; numbers masked unless they may be whole. */
export async function findOwnData(traineeId: string, actor: Actor, { whole }: { whole: boolean }) {
  const [trainee, opened, base] = await Promise.all([
    findTrainee(traineeId),
    whole ? findOpened(db, traineeId) : null,
    findBase(),
  ]);
  if (!trainee) return null;

  const { locale } = actor;
  const file = await findTraineeFile(traineeId, actor);
  const numbers = opened ?? trainee;
  return {
    format: "own-data/1",
    heldBy: base?.name,
    takenAt: minuteOfInstant(new Date()),
    person: { ...(await personOf(trainee, locale)), ...numbersOf(numbers) },
    formerNames: file.names.map(({ formerName, changedAt }) => ({
      name: formerName,
      until: minuteOfInstant(changedAt),
    })),
    corrections: file.corrections.map(({ proposedOn, reason, approved }) => ({
      askedOn: proposedOn,
      reason,
      approved,
    })),
    cohorts: file.cohorts.map((one) => cohortOf(one, locale)),
    certificates: file.certificates.map(({ id: _, cohortId: __, enrolmentId: ___, ...certificate }) => certificate),
    arrivals: file.arrivals.map(({ cohort, day }) => ({ cohort, day })),
    leave: file.leaves.map((one) => ({
      ...{ cohort: one.cohort, from: one.fromDay, to: one.toDay, reason: one.reason, approved: one.approved },
      kind: translatorOf(locale)(`attendance.marks.${one.mark}`),
    })),
    ...(file.seesLooks && {
      looks: tellAccess(file.looks, locale).map(({ at, act, about, reason }) => ({
        ...{ at: minuteOfInstant(at), act, about, reason },
      })),
    }),
  };
}

const numbersOf = ({ idNumber, phone, guardianPhone }: Record<"idNumber" | "phone" | "guardianPhone", unknown>) => ({
  ...{ idNumber, phone: phone ?? null, guardianPhone: guardianPhone ?? null },
});

/** What was registered, with the words of the code tables. */
async function personOf(trainee: TraineeRecord, locale: Locale) {
  const wordOf = async (kind: CodeKind) => wordsOf(await listCodeItems(kind), locale);
  const [ethnicity, education, category, way] = await Promise.all([
    ...(["ETHNICITY", "EDUCATION", "TRAINEE_CATEGORY", "NOTICE_WAY"] as const).map(wordOf),
  ]);
  const { name, nameTibetan, birthDay, township, village, villageContact, guardianName, note, registeredOn } = trainee;
  const { registeredPoor, pensionInsured, noticeVersion: version, noticeGivenOn: givenOn } = trainee;
  return {
    ...{ name, nameTibetan, birthDay, township, village, villageContact, guardianName, note, registeredOn },
    ...{ registeredPoor, pensionInsured },
    sex: translatorOf(locale)(`trainee.sex.${trainee.sex}`),
    ethnicity: ethnicity?.(trainee.ethnicity),
    education: trainee.education && education?.(trainee.education),
    categories: [trainee.category, ...trainee.otherCategories].map((code) => category?.(code)),
    notice: { version, way: way?.(trainee.noticeWay), givenOn },
  };
}

/** One cohort with what was reached in it. */
function cohortOf(one: TakenPart, locale: Locale) {
  const say = translatorOf(locale);
  const { number, title, course, startsOn, endsOn, subsidised, stateReason, attended, scheduled, rolls, home } = one;
  const rate = attendanceRate(one);
  const markOf = (part: ExamPart) => {
    const mark = finalMark(one, part);
    return typeof mark === "number" ? printedMark(mark) : mark && say(`completion.grades.${mark}`);
  };
  return {
    ...{ number, title, course, startsOn, endsOn, subsidised, home },
    ...{ state: say(`state.enrolment.${one.state}`), stateReason },
    attendance: { attended, scheduled, percent: rate === null ? null : printedRate(rate), lessonsByMark: rolls },
    marks: Object.fromEntries(one.parts.map((part) => [part, markOf(part)])),
    reasons: one.reasons.map(({ name, figures }) => say(`completion.reasons.${name}`, { part: "-", ...figures })),
  };
}
