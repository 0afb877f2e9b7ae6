import "server-only";
import { command } from "@/lib/command/command";
import { makeUpOn, questionsOfMakeUp, questionsOfResult, resultOn } from "@/lib/completion/commands/row";
import { examDay, openSheet, refuseStale } from "@/lib/completion/commands/sheet";
import { writeResult } from "@/lib/completion/commands/write-result";
import { recordMakeUpInput, recordResultsInput } from "@/lib/completion/schema";

/**
 * Attended 课时 and the marks of the exam, a whole cohort in one go; what was not changed is left alone.
 * Refuses a row somebody else changed meanwhile (I27), more 课时 than were held (R44) and marks of who may not sit the exam (R48).
 */
export const recordResults = command({
  verb: "enrolment.recordResults",
  permission: "marks:record",
  input: recordResultsInput,
  async run(tx, actor, input) {
    const sheet = await openSheet(tx, input);
    let recorded = 0;
    for (const n of input.enrolmentIds.keys()) {
      const row = resultOn(sheet, input, n);
      if (!row.isNew.attended && !row.isNew.marks) continue;

      refuseStale(row.standing, input.versions[n], n);
      for (const ask of questionsOfResult(actor, sheet, row)) ask();
      const { standing, attended, typed } = row;
      const heldOn = row.isNew.marks ? examDay(actor, sheet, row.heldOn, n) : undefined;
      await writeResult(tx, actor, standing, { attempt: 1, attended, ...(heldOn && { marks: { heldOn, ...typed } }) });
      recorded += 1;
    }
    return { recorded };
  },
});

/** R50: the one make-up, of those who failed, in the days the rule allows; refused outside of them and for who has passed. */
export const recordMakeUp = command({
  verb: "enrolment.recordMakeUp",
  permission: "marks:record",
  input: recordMakeUpInput,
  async run(tx, actor, input) {
    const sheet = await openSheet(tx, input);
    let recorded = 0;
    for (const n of input.enrolmentIds.keys()) {
      const row = makeUpOn(sheet, input, n);
      if (!row.isNew) continue;

      refuseStale(row.standing, input.versions[n], n);
      for (const ask of questionsOfMakeUp(actor, sheet, row)) ask();
      const heldOn = examDay(actor, sheet, row.heldOn, n);
      const { standing, typed } = row;
      await writeResult(tx, actor, standing, { attempt: 2, attended: standing.attended, marks: { heldOn, ...typed } });
      recorded += 1;
    }
    return { recorded };
  },
});
