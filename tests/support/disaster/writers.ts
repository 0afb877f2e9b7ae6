import { addDays, day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { type BlankForm, type Desk, type Posted, post, type Typed } from "@/tests/support/form-post";
import * as make from "@/tests/support/make";
import * as race from "@/tests/support/race";

/** A form that is sent: its key, the mark by which its effect is known again, and what was heard of it, if anything. */
export type Sent = {
  desk: Desk;
  form: BlankForm;
  typed: Typed;
  kind: Kind;
  key: string;
  mark: string;
  answer?: Posted;
};
type Kind = "enrolment" | "lesson" | "disbursement";
type Wish = { page: readonly [path: string, sign: string]; typed: Typed; mark: string };

const each = 20;

export const isAcknowledged = ({ answer }: Sent): boolean => race.isDone(answer);

/** Forms that enrol, book and pay, each about its own person, hour and paper, so that nothing but the disaster stands in their way. */
export async function openForms(): Promise<Sent[]> {
  const at = await race.timetable(weekOfItsOwn(), 4);
  const { id: projectId } = await make.project({ on: day("2009-01-02") });
  await make.sum("appropriation", projectId, "100", "2009-03-01");
  const people = await race.several(each, () => make.trainee({ pensionInsured: true }));

  return [
    ...(await opened(
      "enrolment",
      "BASE_STAFF",
      people.map(({ id }, n) => enrolling(at.cohorts[n % 4] ?? "", id)),
    )),
    ...(await opened(
      "lesson",
      "BASE_STAFF",
      Array.from({ length: each }, (_, n) => booking(at, n)),
    )),
    ...(await opened(
      "disbursement",
      "AID_OFFICER",
      Array.from({ length: each }, () => paying(projectId)),
    )),
  ];
}

/** All at the same moment; when so many have been acknowledged it happens, with the others in the midst. */
export async function sendAll(forms: Sent[], acknowledged: number, disaster: () => Promise<unknown>): Promise<void> {
  let striking: Promise<unknown> | undefined;
  const sending = forms.map(async (one) => {
    const answer = await post(one.desk, one.form, one.typed).catch(() => undefined);
    if (answer) one.answer = answer;
    if (forms.filter(isAcknowledged).length >= acknowledged) striking ??= disaster();
  });
  await Promise.all(sending);
  await (striking ?? disaster());
}

const enrolling = (cohortId: string, traineeId: string): Wish => ({
  page: race.enrolForm(cohortId, traineeId),
  typed: { place: "CONFIRMED" },
  mark: traineeId,
});

function booking(at: Awaited<ReturnType<typeof race.timetable>>, n: number): Wish {
  const who = { cohort: n % 4, trainer: n % 4, room: 1 + (n % 4) };
  const lesson = race.lessonOf(at, {
    ...who,
    on: addDays(at.from, Math.floor(n / 4)),
    startsAt: "09:00",
    endsAt: "10:30",
  });
  const mark = `灾${crypto.randomUUID()}`;
  return { page: race.bookForm, typed: { ...lesson, title: mark }, mark };
}

function paying(projectId: string): Wish {
  const mark = `灾${crypto.randomUUID().slice(0, 18)}`;
  const what = { projectId, amount: "0.5", unit: "WAN", payee: "得荣县财政局", account: "COUNTY", intent: "SUBMIT" };
  return {
    page: [`/fund/disbursements/new?project=${projectId}`, 'name="payee"'],
    typed: { ...what, documentNo: mark, datedOn: "2009-04-01", note: "" },
    mark,
  };
}

async function opened(kind: Kind, role: Role, wishes: Wish[]): Promise<Sent[]> {
  const desks = await race.desks(role, 8);
  const forms = await race.openAll(
    desks,
    wishes.map(({ page }) => page),
  );
  return wishes.flatMap(({ typed, mark }, n) => {
    const [desk, form] = [desks[n % desks.length], forms[n]];
    return desk && form ? [{ desk, form, typed, mark, kind, key: keyOf(form) }] : [];
  });
}

const keyOf = ({ holds }: BlankForm): string => holds.find(([name]) => name === "submissionKey")?.[1] ?? "";

let weeks = Number(process.env.TEST_WORKER_INDEX ?? 0) * 40;

function weekOfItsOwn() {
  weeks += 1;
  return addDays(day("2036-09-01"), 7 * weeks);
}
