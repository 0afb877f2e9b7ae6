import "server-only";
import { recordAccess } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { Refusal } from "@/lib/refusal/refusal";
import { findOpened } from "@/lib/trainee/queries/record";
import { revealNumberInput } from "@/lib/trainee/schema";

/** R92: gives out one full number, after writing down who wanted it, whose, why and from where. */
export const revealNumber = command({
  verb: "trainee.reveal",
  permission: "trainee:reveal",
  input: revealNumberInput,
  unkept: true,
  async run(tx, actor, { traineeId, number: field, reason, reasonText }) {
    if (reason === "OTHER" && !reasonText)
      throw new Refusal("INPUT_WRONG", { field: "reasonText", case: "REASON_MISSING" });
    const number = (await findOpened(tx, traineeId))?.[field];
    if (!number) throw new Refusal("WRONG_STATE", { field: "number" });

    const said = [reason, reasonText].filter(Boolean).join(" ");
    const whose = { subjectType: "trainee", subjectId: traineeId };
    await recordAccess(tx, actor, { verb: "trainee.reveal", ...whose, field, reason: said, rows: 1 });
    return { number, of: field };
  },
});
