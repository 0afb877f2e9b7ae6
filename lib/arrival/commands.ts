import "server-only";
import { readArrivals } from "@/lib/arrival/queries";
import { noteArrivalsInput, undoArrivalInput } from "@/lib/arrival/schema";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/**
 * R26: notes that these people of a cohort came on a day. Somebody noted before keeps that day, somebody who has left the cohort since the
 * page was shown is left out; both are counted. Refused for a day ahead, and by the law for one outside the days around the training.
 */
export const noteArrivals = command({
  verb: "arrival.note",
  permission: "arrival:note",
  input: noteArrivalsInput,
  async run(tx, actor, { cohortId, enrolmentIds, only, day }) {
    await holdCohorts(tx, [cohortId]);
    const asked = new Set(only ? [only] : enrolmentIds);
    if (asked.size === 0) throw new Refusal("INPUT_WRONG", { field: "enrolmentIds", case: "NOBODY_CHOSEN" });
    if (day > actor.today)
      throw new Refusal("INPUT_WRONG", { field: "day", case: "ARRIVAL_AHEAD", today: actor.today });

    const here = (await readArrivals(tx, cohortId)).filter(({ id, state }) => asked.has(id) && sitsInLessons(state));
    const fresh = here.filter(({ arrivalId }) => !arrivalId);
    for (const { id } of fresh) {
      await recordAudit(tx, actor, "arrival.note", { type: "enrolment", id, after: { arrivedOn: day } });
      await tx.arrival.create({
        data: { id: newId(), enrolmentId: id, day: dateFromDay(day), notedById: actor.id },
        select: { id: true },
      });
    }
    return { cohortId, noted: fresh.length, already: here.length - fresh.length, gone: asked.size - here.length };
  },
});

/** Takes a note back, with the reason; refused once it was, and after the closing of the cohort. */
export const undoArrival = command({
  verb: "arrival.undo",
  permission: "arrival:note",
  input: undoArrivalInput,
  async run(tx, actor, { arrivalId, reason }) {
    const found = await tx.arrival.findUnique({
      where: { id: arrivalId },
      select: { day: true, enrolment: { select: { id: true, cohortId: true } } },
    });
    if (!found) throw new Refusal("INPUT_WRONG", { field: "arrivalId", case: "UNKNOWN_ARRIVAL" });
    const { id, cohortId } = found.enrolment;
    await holdCohorts(tx, [cohortId]);

    const before = { arrivedOn: dayFromDate(found.day) };
    await recordAudit(tx, actor, "arrival.undo", { type: "enrolment", id, before, reason });
    await tx.arrival.update({
      where: { id: arrivalId },
      data: { undoneById: actor.id, undoReason: reason },
      select: { id: true },
    });
    return { cohortId, enrolmentId: id };
  },
});
