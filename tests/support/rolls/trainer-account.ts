import { createAccount } from "@/lib/account/commands/create";
import type { Actor } from "@/lib/auth/actor";
import * as make from "../make";

/** A trainer who signs in: an account that names the trainer whose lessons are its scope. */
export async function trainerWithAccount(): Promise<Actor & { trainerId: string }> {
  const { id: trainerId } = await make.trainer();
  const one = make.actor("TRAINER");
  const username = `t${one.id.replaceAll("-", "").slice(-20)}`;
  await createAccount(make.actor("SEC_ADMIN"), { id: one.id, username, name: one.name, role: "TRAINER", trainerId });
  return { ...one, trainerId };
}
