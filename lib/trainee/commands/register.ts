import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import { insertUnlessThere } from "@/lib/database/insert";
import { seal } from "@/lib/database/seal";
import { together } from "@/lib/database/together";
import { Refusal } from "@/lib/refusal/refusal";
import { ownerOf, readCard, refuseKnown, refuseOwned } from "@/lib/trainee/commands/card";
import { refuseIncomplete, refuseUnanswered, weighed } from "@/lib/trainee/commands/doubts";
import { columnsOf, writeSearchKeys } from "@/lib/trainee/commands/row";
import { alikeTo } from "@/lib/trainee/queries/likeness";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { noted } from "@/lib/trainee/rules/noted";
import { noticeVersion } from "@/lib/trainee/rules/notice";
import { registerTraineeInput } from "@/lib/trainee/schema";

/** R1–R12, R96: enters a person into the register, once; two desks with the same card get one row between them. */
export const registerTrainee = command({
  verb: "trainee.register",
  permission: "trainee:create",
  input: registerTraineeInput,
  async run(tx, actor, input) {
    const card = readCard(input, actor.today);
    const candidate = { ...input, ...card };
    // At one instant, or somebody who has just been entered elsewhere would only look alike.
    const { owner, alike } = await together(tx, { owner: ownerOf(card.idNumber), alike: alikeTo(candidate) });
    refuseOwned(owner, input.name);
    refuseIncomplete(input, card.birthDay, actor.today);
    if (input.noticeGivenOn > actor.today)
      throw new Refusal("INPUT_WRONG", { field: "noticeGivenOn", case: "NOTICE_AHEAD" });
    const answers = refuseUnanswered(await weighed(tx, actor.today, candidate, alike), input.accepted);

    const id = newId();
    const row = {
      id,
      ...(await columnsOf(id, input)),
      sex: card.sex,
      birthDate: card.birthDay,
      idNumberSealed: seal("trainees", "id_number", id, card.idNumber),
      idNumberHash: hashOf("id_number", card.idNumber),
      noticeVersion,
      noticeWay: input.noticeWay,
      noticeGivenOn: input.noticeGivenOn,
      registeredOn: actor.today,
      createdById: actor.id,
      isDemo: actor.isDemo,
    };
    const written = await insertUnlessThere(tx, "trainees", row);
    // The same card was being entered at another desk, which was a moment earlier.
    if (written === 0) await refuseKnown(tx, card.idNumber, input.name);

    await writeSearchKeys(tx, id, { ...input, idNumber: card.idNumber });
    const notice = { noticeVersion, noticeWay: input.noticeWay, noticeGivenOn: input.noticeGivenOn };
    const after = { ...noted(input), idNumber: maskIdNumber(card.idNumber), ...notice, ...answers };
    await recordAudit(tx, actor, "trainee.register", { type: "trainee", id, after });
    return { id };
  },
});
