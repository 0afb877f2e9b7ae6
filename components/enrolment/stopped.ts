import { lookUp } from "@/lib/wording/lookup";

/** Why somebody on the waiting list was passed over, by the name of what stopped it. */
export async function stoppedWords(): Promise<(reason: string) => string> {
  const say = await lookUp("enrolment");
  return (reason) => say(say.has(`stopped.${reason}`) ? `stopped.${reason}` : "stopped.other");
}
