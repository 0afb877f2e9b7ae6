import { closeCohort, proposeClosing, startExam } from "@/lib/cohort/commands/close";
import { approveCohort, rejectCohort, returnCohort } from "@/lib/cohort/commands/decide";
import { draftCohort } from "@/lib/cohort/commands/plan";
import { submitCohort } from "@/lib/cohort/commands/submit";
import { type Tx, transaction } from "@/lib/database/db";
import { cancelCohort, changeSeats, startCohort } from "@/lib/enrolment/commands/cohort";
import { editCohort } from "@/lib/enrolment/commands/edit-cohort";
import { addDays } from "@/lib/value/calendar";
import type { CohortState, EnrolmentState } from "@/prisma/generated/enums";
import * as make from "@/tests/support/make";
import type { Cohort, World } from "./reference";
import * as paper from "./reference";
import { aCohort, actorOn, choose, type Play, short, wrongUnless } from "./scene";

const title = { title: "美容师 五级", ...make.papers };
const reason = "模型";
const approval = { documentNo: "1", opinion: undefined };
const open: CohortState[] = ["DRAFT", "RETURNED"];

const draft: Play = (at, pick) => {
  const over: CohortState[] = ["CLOSED", "CANCELLED", "REJECTED"];
  if (at.world.cohorts.filter(({ state }) => !over.includes(state)).length > 5) return undefined;
  const [actor, startsOn, atBase] = [
    actorOn(at, pick, addDays(choose(at.starts, pick.start), -40)),
    choose(at.starts, pick.start),
    !pick.isOutside,
  ];
  const { seats } = pick;
  return {
    tells: `draft ${startsOn} ${seats} seats${atBase ? "" : " off the base"}`,
    against: seats > 50 ? ["INPUT_WRONG"] : [],
    act: () =>
      draftCohort(actor, {
        ...title,
        ...held(atBase),
        courseId: at.courseId,
        startsOn,
        endsOn: addDays(startsOn, 30),
        seats,
      }),
    effect(world) {
      const people = { createdBy: actor.id, submittedBy: null, closingProposedBy: null };
      world.cohorts.push({ id: "", state: "DRAFT", seats, startsOn, atBase, ...people, version: 1 });
    },
  };
};

const edit: Play = (at, pick) => {
  const found = aCohort(at, pick, ["DRAFT", "RETURNED", "APPROVED", "APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const startsOn = choose(at.starts, pick.start);
  const isOpen = ["DRAFT", "RETURNED"].includes(cohort.state);
  const given = {
    ...(pick.isOutside && { atBase: !cohort.atBase }),
    ...((isOpen || pick.isWild) && pick.seats < 50 && { seats: pick.seats }),
  };
  const { atBase, seats } = given;
  const locked = (cohort.state === "APPROVED" && seats !== undefined) || !(isOpen || cohort.state === "APPROVED");
  return {
    tells: `edit ${cohort.startsOn} to ${startsOn} ${JSON.stringify(given)} of ${short(cohort)}`,
    against: [...stale, ...(locked ? ["WRONG_STATE"] : [])],
    act: () => {
      const where = atBase === undefined ? { place: undefined } : held(atBase);
      return editCohort(actor, {
        ...title,
        ...where,
        cohortId: cohort.id,
        version,
        startsOn,
        endsOn: addDays(startsOn, 30),
        seats,
      });
    },
    effect(world) {
      const mine = paper.cohortOf(world, cohort.id);
      paper.change(mine, { ...given, startsOn });
      paper.promote(world, mine, actor.today);
    },
  };
};

const submit: Play = (at, pick) => {
  const found = aCohort(at, pick, open);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  return {
    tells: `submit ${short(cohort)}`,
    against: [...stale, ...wrongUnless(open.includes(cohort.state))],
    act: () => timetabled(cohort, open, (tx) => submitCohort.run(tx, actor, { cohortId: cohort.id, version })),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { state: "SUBMITTED", submittedBy: actor.id }),
  };
};

const approve: Play = (at, pick) => {
  const found = aCohort(at, pick, ["SUBMITTED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const own = [cohort.createdBy, cohort.submittedBy].includes(actor.id);
  return {
    tells: `approve ${short(cohort)}`,
    against: [...stale, ...wrongUnless(cohort.state === "SUBMITTED"), ...(own ? ["SAME_PERSON"] : [])],
    act: () =>
      timetabled(cohort, ["SUBMITTED"], (tx) =>
        approveCohort.run(tx, actor, { ...approval, cohortId: cohort.id, version }),
      ),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { state: "APPROVED" }),
  };
};

/** Back for changes, or not at all. */
const send: Play = (at, pick) => {
  const found = aCohort(at, pick, ["SUBMITTED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const [act, state] =
    pick.place === "CONFIRMED" ? ([returnCohort, "RETURNED"] as const) : ([rejectCohort, "REJECTED"] as const);
  return {
    tells: `${state} ${short(cohort)}`,
    against: [...stale, ...wrongUnless(cohort.state === "SUBMITTED")],
    act: () => act(actor, { cohortId: cohort.id, version, reason }),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { state }),
  };
};

const seats: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const { seats } = pick;
  const raised = seats > cohort.seats && ["APPROVED", "IN_PROGRESS"].includes(cohort.state);
  const over = ["CLOSED", "CANCELLED", "REJECTED"].includes(cohort.state);
  return {
    tells: `change seats from ${cohort.seats} to ${seats} of ${short(cohort)}`,
    against: [
      ...stale,
      ...wrongUnless(seats === cohort.seats || !over),
      ...(seats < paper.confirmedIn(at.world, cohort.id) ? ["CAPACITY_BELOW_HELD"] : []),
      ...(seats > 50 ? ["INPUT_WRONG"] : []),
      ...(raised && cohort.createdBy === actor.id ? ["SAME_PERSON"] : []),
    ],
    act: () => changeSeats(actor, { cohortId: cohort.id, seats, version }),
    effect(world) {
      const mine = paper.cohortOf(world, cohort.id);
      paper.change(mine, { seats });
      paper.promote(world, mine, actor.today);
    },
  };
};

const start: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  return {
    tells: `start ${short(cohort)} on ${actor.today}`,
    against: [
      ...stale,
      ...wrongUnless(cohort.state === "APPROVED"),
      ...(actor.today < cohort.startsOn ? ["INPUT_WRONG"] : []),
    ],
    act: () => startCohort(actor, { cohortId: cohort.id, version }),
    effect(world) {
      paper.change(paper.cohortOf(world, cohort.id), { state: "IN_PROGRESS" });
      moveAll(world, cohort.id, ["CONFIRMED"], "IN_TRAINING");
      paper.promote(world, paper.cohortOf(world, cohort.id), actor.today);
    },
  };
};

const exam: Play = (at, pick) => {
  const found = aCohort(at, pick, ["IN_PROGRESS"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  return {
    tells: `exam of ${short(cohort)}`,
    against: [...stale, ...wrongUnless(cohort.state === "IN_PROGRESS")],
    act: () => startExam(actor, { cohortId: cohort.id, version }),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { state: "EXAM" }),
  };
};

const propose: Play = (at, pick) => {
  const found = aCohort(at, pick, ["EXAM"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  return {
    tells: `propose closing ${short(cohort)}`,
    against: [
      ...stale,
      ...wrongUnless(cohort.state === "EXAM" && !cohort.closingProposedBy && isFinished(at.world, cohort)),
    ],
    act: () => proposeClosing(actor, { cohortId: cohort.id, version }),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { closingProposedBy: actor.id }),
  };
};

const close: Play = (at, pick) => {
  const found = aCohort(at, pick, ["EXAM"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const own = cohort.closingProposedBy === actor.id;
  return {
    tells: `close ${short(cohort)}`,
    against: [
      ...stale,
      ...wrongUnless(cohort.state === "EXAM" && cohort.closingProposedBy !== null && isFinished(at.world, cohort)),
      ...(own ? ["SAME_PERSON"] : []),
    ],
    act: () => closeCohort(actor, { cohortId: cohort.id, version }),
    effect: (world) => paper.change(paper.cohortOf(world, cohort.id), { state: "CLOSED" }),
  };
};

const cancelWhole: Play = (at, pick) => {
  const found = aCohort(at, pick, ["DRAFT", "RETURNED", "SUBMITTED", "APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor, version, stale } = found;
  const before: CohortState[] = ["DRAFT", "RETURNED", "SUBMITTED", "APPROVED"];
  return {
    tells: `cancel cohort ${short(cohort)}`,
    against: [...stale, ...wrongUnless(before.includes(cohort.state))],
    act: () => cancelCohort(actor, { cohortId: cohort.id, version, reason }),
    effect(world) {
      moveAll(world, cohort.id, ["APPLIED", "WAITLISTED", "CONFIRMED"], "CANCELLED");
      paper.change(paper.cohortOf(world, cohort.id), { state: "CANCELLED" });
    },
  };
};

const held = (atBase: boolean) =>
  atBase ? ({ atBase: true, place: undefined } as const) : ({ atBase: false, place: "扎格村" } as const);

/** R53: nobody of the story gets attended 课时, so that whoever is not completed keeps a cohort open as well. */
const isFinished = (world: World, cohort: Cohort): boolean =>
  !paper
    .rosterOf(world, cohort.id)
    .some(({ state }) => ["APPLIED", "WAITLISTED", "CONFIRMED", "IN_TRAINING", "NOT_COMPLETED"].includes(state));

/** With the timetable an application needs, which goes again with the act: the story is about places, and moves days as it likes. */
const timetabled = (
  { id, startsOn, atBase, state }: Cohort,
  states: CohortState[],
  act: (tx: Tx) => Promise<unknown>,
) =>
  transaction(async (tx) => {
    const lesson = states.includes(state) && (await make.timetableOf(id, startsOn, atBase ? 1 : null, tx));
    await act(tx);
    if (lesson) await tx.lesson.update({ where: lesson, data: make.cancelled, select: { id: true } });
  });

function moveAll(world: World, cohortId: string, from: EnrolmentState[], to: EnrolmentState): void {
  for (const one of paper.rosterOf(world, cohortId)) if (from.includes(one.state)) paper.change(one, { state: to });
}

export const cohortVerbs = {
  draft,
  edit,
  submit,
  approve,
  send,
  changeSeats: seats,
  start,
  exam,
  propose,
  close,
  cancelCohort: cancelWhole,
};
