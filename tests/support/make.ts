import { createAccount } from "@/lib/account/commands/create";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { db, type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { keyedHash, seal } from "@/lib/database/seal";
import countyCodes from "@/lib/trainee/county-codes.json" with { type: "json" };
import { checkCharacter } from "@/lib/trainee/rules/id-number";
import { addDays, type Day, dateFromDay, day } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";
import type {
  CohortState,
  EnrolmentState,
  HelperRole,
  ProjectState,
  RecordState,
  Role,
} from "@/prisma/generated/enums";
import { decideMoney, insertMoney, type MoneyKind, type MoneyRow, type ProjectMoney, wan } from "./money/rows";
import { signingAccount, signs } from "./signers";

/** Somebody of a role who acts on a day; every call makes another person, so that two of them may approve each other. */
export function actor(role: Role = "BASE_STAFF", today: Day = day("2018-06-01")): Actor {
  const id = signingAccount(role) ?? newId();
  return {
    id,
    name: `${role} ${id.slice(-4)}`,
    role,
    today,
    locale: "zh-CN",
    signInId: newId(),
    address: "127.0.0.1",
    isDemo: false,
    preferences: { theme: "system", density: "normal", size: "normal", shortcuts: true },
  };
}

/** The same, with an account of its own also in a role that signs nothing for cohorts and money. */
export async function signer(role: Role = "BASE_STAFF", today?: Day): Promise<Actor> {
  const one = actor(role, today);
  if (signs(role)) return one;
  const username = `t${one.id.replaceAll("-", "").slice(-20)}`;
  await createAccount(actor("SEC_ADMIN"), { id: one.id, username, name: one.name, role });
  return one;
}

let people = 0;

// Several processes may write into one database: each takes its people from a county of its own.
const county = countyCodes[Math.floor(Math.random() * countyCodes.length)] as string;

/** A number with a right check character that no living adult holds (sequence 996 to 999); never the same twice in a run. */
export function idNumber(
  birthDay: Day = addDays(day("1965-01-01"), people++ % 12_000),
  sex: "MALE" | "FEMALE" = "FEMALE",
): string {
  const body = `${county}${birthDay.replaceAll("-", "")}99${sex === "MALE" ? 9 : 8}`;
  return body + checkCharacter(body);
}

/** A registered trainee; `idNumber` of another one may be given. */
export async function trainee(change: Partial<Prisma.TraineeUncheckedCreateInput> & { idNumber?: string } = {}) {
  const { idNumber: number = idNumber(), ...fields } = change;
  const id = newId();
  await noted("trainee", id, (tx) =>
    tx.trainee.create({
      data: {
        id,
        name: "拥忠卓玛",
        sortName: "yongzhongzhuoma",
        sex: Number(number[16]) % 2 ? "MALE" : "FEMALE",
        birthDate: dateFromDay(day(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)),
        idNumberSealed: seal("trainees", "id_number", id, number),
        idNumberHash: keyedHash("trainees.id_number", number),
        villageContact: "村委会",
        villageCode: "513338101201",
        ethnicity: "04",
        category: "NZY",
        noticeVersion: "1",
        noticeWay: "ORAL",
        noticeGivenOn: dateFromDay(day("2018-06-01")),
        registeredOn: dateFromDay(day("2018-06-01")),
        createdById: newId(),
        ...fields,
      },
    }),
  );
  return { id, idNumber: number };
}

/** An open course of 200 课时. */
export async function course(change: Partial<Prisma.CourseUncheckedCreateInput> = {}) {
  const id = newId();
  await noted("course", id, (tx) =>
    tx.course.create({
      data: {
        id,
        code: `C${id.slice(-8)}`,
        name: "美容师 五级",
        type: "SKILL",
        theoryPeriods: 80,
        practicePeriods: 120,
        state: "OPEN",
        ...change,
      },
    }),
  );
  return { id };
}

type CohortChange = Omit<Partial<Prisma.CohortUncheckedCreateInput>, "state" | "startsOn" | "endsOn"> & {
  state?: CohortState;
  startsOn?: Day;
  endsOn?: Day;
  /** Whether it has the lesson that its opening application needs, a draft begins without; and the classroom that a command asks for. */
  timetabled?: boolean;
  classroom?: number;
};

const onTheWay: CohortState[] = ["SUBMITTED", "APPROVED", "IN_PROGRESS", "EXAM", "CLOSED"];

/** What the opening application asks for beside the timetable. */
export const papers = { contact: "央金", examPlan: "理论笔试与实操考核", material: "培训教材" };

/** A cohort with its papers led along the arrows to its state; approved by somebody else than its creator. */
export async function cohort({
  state = "APPROVED",
  startsOn = day("2018-08-06"),
  endsOn = addDays(startsOn, 30),
  classroom,
  timetabled = state !== "DRAFT" || classroom !== undefined,
  ...fields
}: CohortChange = {}) {
  const id = newId();
  const courseId = fields.courseId ?? (await course()).id;
  const data = {
    id,
    title: "美容师 五级",
    seats: 14,
    createdById: signingAccount("BASE_STAFF") as string,
    ...papers,
    ...fields,
    courseId,
    startsOn: dateFromDay(startsOn),
    endsOn: dateFromDay(endsOn),
  };
  await noted("cohort", id, async (tx) => {
    await tx.cohort.create({ data });
    const timetable = timetabled && (await timetableOf(id, startsOn, classroom, tx));
    const steps = onTheWay.includes(state)
      ? onTheWay.slice(0, onTheWay.indexOf(state) + 1)
      : state === "DRAFT"
        ? []
        : [...(state === "CANCELLED" ? [] : ["SUBMITTED" as const]), state];
    for (const step of steps)
      for (const data of signed(step)) {
        await tx.cohort.update({ where: { id }, data, select: { id: true } });
        // Approved, the tests book what they are about.
        if (step === "APPROVED" && timetable) await tx.lesson.update({ where: timetable, data: cancelled });
      }
  });
  const { number } = await db.cohort.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { id, number, courseId, year: Number(startsOn.slice(0, 4)) };
}

/** One lesson on the evening of the first day, when no test books any. */
export const timetableOf = (cohortId: string, on: Day, classroom: number | null = null, within?: Tx) =>
  lesson(
    {
      day: on,
      cohorts: [cohortId],
      classroomNumber: classroom,
      startsAt: "20:00",
      endsAt: "20:45",
      periods: 1,
      title: "开班安排",
    },
    within,
  );

export const cancelled = { cancelledAt: new Date(), cancelReason: "测试" };

export const cancelLesson = (id: string) =>
  noted("lesson", id, (tx) => tx.lesson.update({ where: { id }, data: cancelled, select: { id: true } }));

/** The acts that lead to a state, each with its signature. */
function signed(state: CohortState): Prisma.CohortUncheckedUpdateInput[] {
  if (state === "SUBMITTED") return [{ state, submittedById: signingAccount("BASE_STAFF") as string }];
  if (state === "APPROVED") return [{ state, approvedById: signingAccount("COUNTY_REVIEWER") as string }];
  if (state !== "CLOSED") return [{ state }];
  return [
    { closingProposedById: signingAccount("BASE_DIRECTOR") as string },
    { state, closedById: signingAccount("COUNTY_REVIEWER") as string },
  ];
}

/** R25: moves a cohort's dates as its edit form does, noted. */
export async function moveStart(id: string, startsOn: Day, endsOn: Day) {
  const data = { startsOn: dateFromDay(startsOn), endsOn: dateFromDay(endsOn) };
  await noted("cohort", id, (tx) => tx.cohort.update({ where: { id }, data, select: { id: true } }));
}

type EnrolmentChange = Partial<Prisma.EnrolmentUncheckedCreateInput> & { state?: EnrolmentState };

/** A trainee's enrolment in a cohort, led along the arrows to its state. */
export async function enrolment(cohortId: string, { state = "CONFIRMED", traineeId, ...fields }: EnrolmentChange = {}) {
  const id = newId();
  const who = traineeId ?? (await trainee()).id;
  const ways: Partial<Record<EnrolmentState, EnrolmentState[]>> = {
    REJECTED: ["APPLIED"],
    CANCELLED: ["APPLIED"],
    IN_TRAINING: ["CONFIRMED"],
    NO_SHOW: ["CONFIRMED"],
    COMPLETED: ["CONFIRMED", "IN_TRAINING"],
    NOT_COMPLETED: ["CONFIRMED", "IN_TRAINING"],
    DROPPED: ["CONFIRMED", "IN_TRAINING"],
  };
  const way = [...(ways[state] ?? []), state];
  // R34: into a cohort that has begun leads an approval only.
  const late = way.includes("CONFIRMED") && (await hasBegun(cohortId));
  const [first = state, ...between] = late ? (["APPLIED", ...way] as EnrolmentState[]) : way;
  const createdById = signingAccount("BASE_STAFF") as string;
  const data = { createdById, ...(late && { approvalNeeded: ["LATE"] }), ...fields };
  await noted("enrolment", id, async (tx) => {
    await tx.enrolment.create({ data: { id, cohortId, traineeId: who, ...data, state: first }, select: { id: true } });
    if (late) {
      const approvedById = signingAccount("BASE_DIRECTOR") as string;
      await tx.enrolmentApproval.createMany({ data: [{ enrolmentId: id, need: "LATE", approvedById }] });
    }
    for (const step of between) {
      const signed = ["COMPLETED", "NOT_COMPLETED"].includes(step) && { outcomeById: createdById };
      await tx.enrolment.update({ where: { id }, data: { state: step, ...signed }, select: { id: true } });
    }
  });
  return { id, traineeId: who };
}

const hasBegun = async (id: string) =>
  (await db.cohort.findUniqueOrThrow({ where: { id }, select: { state: true } })).state === "IN_PROGRESS";

export const application = (cohortId: string, change: EnrolmentChange = {}) =>
  enrolment(cohortId, { ...change, state: "APPLIED" });

/** R34: an application for a cohort that has begun, with the approval it needs; only the place itself is still to be taken. */
export async function approvedApplication(cohortId: string, traineeId?: string) {
  const made = await application(cohortId, { approvalNeeded: ["LATE"], ...(traineeId && { traineeId }) });
  const approvedById = signingAccount("BASE_DIRECTOR") as string;
  await noted("enrolment", made.id, (tx) =>
    tx.enrolmentApproval.createMany({ data: [{ enrolmentId: made.id, need: "LATE", approvedById }] }),
  );
  return made;
}

/** A cohort off the base in its exam: people in training, one lesson of ten 课时 behind them on its first day, theory and practice asked. */
export async function examined({ people = 1, ...change }: Omit<CohortChange, "state"> & { people?: number } = {}) {
  const startsOn = change.startsOn ?? day("2018-08-06");
  const made = await cohort({ atBase: false, place: "扎格村", ...change, startsOn, seats: people });
  await lesson({ cohorts: [made.id], day: startsOn, periods: 10, classroomNumber: null });
  const enrolments = [];
  for (let n = 0; n < people; n++) enrolments.push((await enrolment(made.id, { state: "IN_TRAINING" })).id);
  await noted("cohort", made.id, async (tx) => {
    for (const state of ["IN_PROGRESS", "EXAM"] as const)
      await tx.cohort.update({ where: { id: made.id }, data: { state }, select: { id: true } });
  });
  return { ...made, enrolments };
}

export async function trainer(name = "李蓉", within?: Tx) {
  const id = newId();
  await noted("trainer", id, (tx) => tx.trainer.create({ data: { id, name } }), within);
  return { id };
}

/** Days on which a trainer is on leave. */
export async function leave(trainerId: string, startsOn: Day, endsOn = startsOn) {
  const id = newId();
  const days = { startsOn: dateFromDay(startsOn), endsOn: dateFromDay(endsOn) };
  const data = { id, trainerId, ...days, reason: "探亲", createdById: newId() };
  await noted("trainerLeave", id, (tx) => tx.trainerLeave.create({ data, select: { id: true } }));
  return { id };
}

/** Somebody who helps in a lesson. */
export const helper = (lessonId: string, trainerId: string, role: HelperRole = "INTERPRETER") =>
  noted("lesson", lessonId, async (tx) => {
    await tx.lessonHelper.create({ data: { lessonId, trainerId, role }, select: { role: true } });
  });

/** A certificate of a trainer, without an end. */
export async function trainerCertificate(trainerId: string, { validUntil }: { validUntil?: Day } = {}) {
  const id = newId();
  const days = { issuedOn: dateFromDay(day("2015-01-05")), validUntil: validUntil ? dateFromDay(validUntil) : null };
  const data = { id, trainerId, name: "职业资格证书", number: id.slice(-12), ...days, createdById: newId() };
  await noted("trainerCertificate", id, (tx) => tx.trainerCertificate.create({ data, select: { id: true } }));
  return { id };
}

type LessonChange = Omit<Partial<Prisma.LessonUncheckedCreateInput>, "day" | "cohorts"> & {
  day?: Day;
  cohorts?: string[];
};

/** A lesson of 4 课时 in a classroom, with a trainer of its own. */
export async function lesson({ day: on = day("2018-08-07"), cohorts = [], ...fields }: LessonChange = {}, within?: Tx) {
  const id = newId();
  const trainerId = fields.trainerId ?? (await trainer(undefined, within)).id;
  await noted(
    "lesson",
    id,
    async (tx) => {
      await tx.lesson.create({
        data: {
          id,
          classroomNumber: 10,
          title: "皮肤护理",
          kind: "PRACTICE",
          startsAt: "09:00",
          endsAt: "12:00",
          periods: 4,
          createdById: newId(),
          ...fields,
          trainerId,
          day: dateFromDay(on),
        },
        select: { id: true },
      });
      for (const cohortId of cohorts)
        await tx.$executeRaw`INSERT INTO lesson_cohorts (lesson_id, cohort_id) VALUES (${id}::uuid, ${cohortId}::uuid)`;
    },
    within,
  );
  return { id };
}

type ProjectChange = Partial<Prisma.ProjectUncheckedCreateInput> & { on?: Day; state?: ProjectState };

/** A project with its target, under way since a day. */
export async function project({ on = day("2018-01-02"), state = "UNDER_WAY", ...fields }: ProjectChange = {}) {
  const id = newId();
  const code = `P${id.slice(-12)}`;
  const year = Number(on.slice(0, 4));
  await noted("project", id, async (tx) => {
    await tx.project.create({
      data: {
        id,
        code,
        name: "教育园区教学楼",
        category: "EDUCATION",
        planYear: year,
        implementYear: year,
        site: "白松",
        implementingUnit: "县教育局",
        target: "学位 600 个",
        totalInvestment: wan("100000"),
        enteredOn: dateFromDay(on),
        createdById: newId(),
        ...fields,
      },
      select: { id: true },
    });
    if (state === "NOT_STARTED") return;
    const isWhole = state !== "UNDER_WAY";
    const progress = { physicalProgress: isWhole ? 100 : 40, documentNo: isWhole ? "验收1" : null };
    await tx.projectReport.create({
      data: { id: newId(), projectId: id, state, datedOn: dateFromDay(on), ...progress, createdById: newId() },
      select: { id: true },
    });
  });
  return { id, code };
}

/** An adjustment of a project's total that waits for the leader. */
export async function adjustment(projectId: string, change: { totalInvestment: bigint; datedOn: string }) {
  const id = newId();
  const paper = {
    documentNo: "联席会议纪要 2018-5",
    reason: "设计变更",
    state: "SUBMITTED",
    createdById: signingAccount("AID_OFFICER") as string,
  } as const;
  const data = { ...paper, ...change, id, projectId, datedOn: new Date(change.datedOn) };
  await noted("adjustment", id, async (tx) => void (await tx.projectAdjustment.create({ data, select: { id: true } })));
  return id;
}

/** The approved plan of a year, in 万元. */
export const plan = (year: number, total = "1000000") =>
  money("plan", { year, amount: wan(total), datedOn: `${year}-01-02` });

/** An approved sum of a project in 万元, in one of its three ledgers. */
export const sum = (kind: ProjectMoney, projectId: string, said: string, datedOn = "2018-03-01") =>
  money(kind, { projectId, amount: wan(said), datedOn });

type MoneyChange = Omit<MoneyRow, "id" | "createdById" | "state"> & { createdById?: string; state?: RecordState };

/** A record of any kind led along the arrows to its state; approved by somebody else than who wrote it down. */
export async function money(
  kind: MoneyKind,
  { state = "APPROVED", createdById = signingAccount("AID_OFFICER") as string, ...row }: MoneyChange,
) {
  const id = newId();
  const alone = kind === "progress" && !row.reversalOfId;
  const first = state === "DRAFT" || alone ? state : "SUBMITTED";
  await noted(kind, id, async (tx) => {
    await tx.$executeRawUnsafe(insertMoney(kind, { ...row, id, createdById, state: first }));
    if (state !== first) await tx.$executeRawUnsafe(decideMoney(kind, id, state));
  });
  return { kind, recordId: id, id, createdById, version: state === first ? 1 : 2 };
}

/** I29: what a factory writes is noted like everything else, or the database would not take it. */
async function noted(
  type: Parameters<typeof recordAudit>[3]["type"],
  id: string,
  write: Parameters<typeof transaction>[0],
  within?: Tx,
) {
  const story = async (tx: Tx) => {
    await recordAudit(tx, { id: newId(), name: "make", role: "BASE_STAFF" }, `${type}.make` as Verb, { type, id });
    await write(tx);
  };
  await (within ? story(within) : transaction(story));
}
