import { z } from "zod";
import { proofInput } from "@/lib/account/factor/schema";
import { day, id, note, text } from "@/lib/command/fields";

/** R98: what can be asked for so far; the register knows more kinds. */
export const requestKinds = ["ACCESS"] as const;

export const noteRequestInput = z.object({
  traineeId: id,
  kind: z.enum(requestKinds, "choose"),
  askedOn: day,
  note: note(200),
});
export const grantOwnDataInput = z.object({ personRequestId: id, ...proofInput.shape });
export const declineRequestInput = z.object({ personRequestId: id, reason: text(200) });
