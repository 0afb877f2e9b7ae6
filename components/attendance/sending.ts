import type { Answer } from "@/lib/refusal/answer";
import type { Entry, Sent } from "./outbox";

/** What no answer of the portal settles: the roll waits and goes again. */
const passing = ["UNAVAILABLE", "BUSY", "SIGNED_OUT"];

/** A roll as its form; the same entry is the same form, word for word, however often it goes (I26). */
export function formOf({ key, lessonId, deviceAt, skewSeconds, lines }: Entry): FormData {
  const form = new FormData();
  const fields = { submissionKey: key, lessonId, deviceAt, skewSeconds: String(skewSeconds) };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { traineeId, mark, note, version } of lines) {
    form.append("traineeIds[]", traineeId);
    form.append("marks[]", mark);
    form.append("notes[]", note);
    form.append("versions[]", String(version));
  }
  return form;
}

/** What the portal's answer means for the entry in the box. */
export function sentOf(answer: Answer<{ taken: number; pending: number; versions: Record<string, number> }>): Sent {
  if (answer.state === "done") return { state: "saved", ...answer.value };
  if (answer.state === "invalid") return { state: "refused", sentence: Object.values(answer.fields).join(" ") };
  if (answer.state === "idle" || passing.includes(answer.refusal))
    return { state: "later", signedOut: answer.state === "refused" && answer.refusal === "SIGNED_OUT" };
  return { state: "refused", sentence: answer.sentence };
}
