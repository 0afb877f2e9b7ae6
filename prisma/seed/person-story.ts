import type { Actor } from "@/lib/auth/actor";
import { registerTrainee } from "@/lib/trainee/mutations/register";
import { registerTraineeInput } from "@/lib/trainee/schema";
import type { DemoPerson } from "./people";

/** A person at the counter, as the form sends it; likeness to somebody of the same name was looked at and accepted. */
export async function register(actor: Actor, person: DemoPerson): Promise<string> {
  const { registeredPoor, ...typed } = person;
  const input = registerTraineeInput.parse({
    ...typed,
    ...(registeredPoor && { registeredPoor: "on" }),
    noticeWay: "ORAL",
    noticeGivenOn: actor.today,
    accepted: "SAME_NAME_AND_BIRTH SAME_NAME_AND_VILLAGE",
  });
  return (await registerTrainee(actor, input)).id;
}
