import { recordNotCompleted } from "@/lib/completion/commands/decide";
import { confirmApplications, confirmLate } from "@/lib/enrolment/commands/confirm";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { enrolSeveral } from "@/lib/enrolment/commands/enrol-several";
import { cancelEnrolment, dropOut, markNoShow, rejectApplication } from "@/lib/enrolment/commands/leave";
import { approveTransfer, declineTransfer, transfer } from "@/lib/enrolment/commands/transfer";
import type { EnrolmentState } from "@/prisma/generated/enums";
import { admit, againstAdmission, againstConfirmation, againstTransfer, confirmPlace, moveTo } from "./enrolment-paper";
import * as paper from "./reference";
import { aCohort, anEnrolment, brief, choose, type Play, short, wrongUnless } from "./scene";

const reason = "模型";

const enrolOne: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED", "APPROVED", "APPROVED", "IN_PROGRESS", "SUBMITTED"]);
  if (!found) return undefined;
  const { cohort, actor } = found;
  const traineeId = choose(at.people, pick.people[0] ?? 0);
  return {
    tells: `enrol ${traineeId.slice(-4)} in ${short(cohort)} for ${pick.place} on ${actor.today}`,
    against: againstAdmission(at.world, cohort, traineeId, actor, pick.place),
    act: () => enrol(actor, { cohortId: cohort.id, traineeId, place: pick.place }),
    effect: (world) => admit(world, cohort, traineeId, actor, pick.place),
  };
};

const enrolPeople: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor } = found;
  const traineeIds = pick.people.map((person) => choose(at.people, person));
  return {
    tells: `enrol ${traineeIds.map((id) => id.slice(-4))} in ${short(cohort)} for ${pick.place} on ${actor.today}`,
    against: [],
    act: () => enrolSeveral(actor, { cohortId: cohort.id, traineeIds, place: pick.place }),
    effect(world) {
      // Those who wait are asked first, also when none of the new people comes in.
      paper.promote(world, paper.cohortOf(world, cohort.id), actor.today);
      for (const traineeId of new Set(traineeIds)) {
        if (againstAdmission(world, cohort, traineeId, actor, pick.place).length === 0)
          admit(world, cohort, traineeId, actor, pick.place);
      }
    },
  };
};

const confirm: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED"]);
  if (!found) return undefined;
  const { cohort, actor } = found;
  const applied = at.world.enrolments.filter(
    (one) => one.cohortId === cohort.id && (pick.isWild || one.state === "APPLIED"),
  );
  if (applied.length === 0) return undefined;
  const enrolmentIds = [...new Set(pick.people.map((one) => choose(applied, one).id))];
  return {
    tells: `confirm ${enrolmentIds.length} applications of ${short(cohort)} on ${actor.today}`,
    against: [],
    act: () => confirmApplications(actor, { cohortId: cohort.id, enrolmentIds }),
    effect(world) {
      paper.promote(world, paper.cohortOf(world, cohort.id), actor.today);
      for (const one of world.enrolments.filter(({ id }) => enrolmentIds.includes(id))) {
        if (againstConfirmation(world, one, actor, "WAITLISTED", false).length === 0)
          confirmPlace(world, one, actor, "WAITLISTED", false);
      }
    },
  };
};

const confirmOneLate: Play = (at, pick) => {
  const found = anEnrolment(at, pick, ["APPLIED", "WAITLISTED"]);
  if (!found) return undefined;
  const { one, actor, version, stale } = found;
  return {
    tells: `confirm late ${brief(one)} for ${pick.place} on ${actor.today}`,
    against: [
      ...stale,
      ...(one.createdBy === actor.id ? ["SAME_PERSON"] : []),
      ...againstConfirmation(at.world, one, actor, pick.place, true),
    ],
    act: () => confirmLate(actor, { enrolmentId: one.id, place: pick.place, reason, version, needs: ["LATE"] }),
    effect: (world) => confirmPlace(world, paper.enrolmentOf(world, one.id), actor, pick.place, true),
  };
};

type LeaveAct = typeof cancelEnrolment | typeof dropOut | typeof recordNotCompleted;
type Leave = { from: EnrolmentState[]; to: EnrolmentState; act: LeaveAct; promotes: boolean };

/** R26: the ways out, and whether the place left behind goes to the first who waits. */
const leave =
  ({ from, to, act, promotes }: Leave): Play =>
  (at, pick) => {
    const found = anEnrolment(at, pick, from);
    if (!found) return undefined;
    const { one, actor, version, stale, cohort } = found;
    const tooEarly = to === "NO_SHOW" && actor.today < cohort.startsOn;
    const noExam = to === "NOT_COMPLETED" && cohort.state !== "EXAM";
    const given = { enrolmentId: one.id, version, reason };
    return {
      tells: `${to} ${brief(one)} on ${actor.today}`,
      against: [...stale, ...wrongUnless(from.includes(one.state) && !noExam), ...(tooEarly ? ["INPUT_WRONG"] : [])],
      act: () => act(actor, given),
      effect(world) {
        paper.change(paper.enrolmentOf(world, one.id), { state: to, transferTo: null });
        if (promotes) paper.promote(world, paper.cohortOf(world, one.cohortId), actor.today);
      },
    };
  };

const move: Play = (at, pick) => {
  const found = anEnrolment(at, pick, ["CONFIRMED", "IN_TRAINING"]);
  if (!found) return undefined;
  const { one, actor, version, stale, cohort } = found;
  const target = choose(at.world.cohorts, pick.other);
  const isLate = paper.isLateTransfer(cohort, actor.today);
  return {
    tells: `transfer ${brief(one)} to ${short(target)} on ${actor.today}`,
    against: [...stale, ...againstTransfer(at.world, one, target, actor)],
    act: () => transfer(actor, { enrolmentId: one.id, toCohortId: target.id, version, reason }),
    effect(world) {
      const mine = paper.enrolmentOf(world, one.id);
      if (isLate) paper.change(mine, { transferTo: target.id, transferRequestedBy: actor.id });
      else moveTo(world, mine, target, actor);
    },
  };
};

const approveMove: Play = (at, pick) => {
  const found = anEnrolment(at, pick, [], (one) => one.transferTo !== null);
  if (!found) return undefined;
  const { one, actor, version, stale } = found;
  const target = at.world.cohorts.find(({ id }) => id === one.transferTo);
  return {
    tells: `approve transfer of ${brief(one)} on ${actor.today}`,
    against: [
      ...stale,
      ...(target ? againstTransfer(at.world, one, target, actor) : ["WRONG_STATE"]),
      ...([one.transferRequestedBy, one.createdBy].includes(actor.id) ? ["SAME_PERSON"] : []),
    ],
    act: () => approveTransfer(actor, { enrolmentId: one.id, version, reason }),
    effect(world) {
      if (target) moveTo(world, paper.enrolmentOf(world, one.id), target, actor);
    },
  };
};

const decline: Play = (at, pick) => {
  const found = anEnrolment(at, pick, [], (one) => one.transferTo !== null);
  if (!found) return undefined;
  const { one, actor, version, stale } = found;
  return {
    tells: `decline transfer of ${brief(one)}`,
    against: [...stale, ...wrongUnless(one.transferTo !== null)],
    act: () => declineTransfer(actor, { enrolmentId: one.id, version, reason }),
    effect: (world) => paper.change(paper.enrolmentOf(world, one.id), { transferTo: null }),
  };
};

export const enrolmentVerbs = {
  enrol: enrolOne,
  enrolSeveral: enrolPeople,
  confirm,
  confirmLate: confirmOneLate,
  cancel: leave({
    from: ["APPLIED", "WAITLISTED", "CONFIRMED"],
    to: "CANCELLED",
    act: cancelEnrolment,
    promotes: true,
  }),
  reject: leave({ from: ["APPLIED", "WAITLISTED"], to: "REJECTED", act: rejectApplication, promotes: true }),
  noShow: leave({ from: ["CONFIRMED", "IN_TRAINING"], to: "NO_SHOW", act: markNoShow, promotes: true }),
  drop: leave({ from: ["IN_TRAINING"], to: "DROPPED", act: dropOut, promotes: false }),
  outcome: leave({ from: ["IN_TRAINING"], to: "NOT_COMPLETED", act: recordNotCompleted, promotes: false }),
  transfer: move,
  approveTransfer: approveMove,
  decline,
};
