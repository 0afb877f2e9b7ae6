import type { Actor } from "@/lib/auth/actor";
import { registerTrainee } from "@/lib/trainee/commands/register";
import type { DemoPerson } from "./people";

/** A person at the counter; likeness to somebody of the same name was looked at and accepted. */
export async function register(actor: Actor, person: DemoPerson): Promise<string> {
  const notice = { noticeWay: "ORAL", noticeGivenOn: actor.today, note: "" };
  const accepted = ["SAME_NAME_AND_BIRTH", "SAME_NAME_AND_VILLAGE"];
  return (await registerTrainee(actor, { ...person, ...notice, accepted })).id;
}
