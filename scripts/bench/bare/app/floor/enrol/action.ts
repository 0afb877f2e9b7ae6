"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { ask } from "../../../database";
import { requireAccount } from "../../../sign-in";

const input = z.object({
  traineeId: z.uuid(),
  cohortId: z.uuid(),
  submissionKey: z.uuid(),
  place: z.enum(["CONFIRMED", "WAITLISTED"]),
});

/** The limit of an enrolment: who asks, a validated form, one call of one SQL function that writes what the portal's action writes. */
export async function enrol(form: FormData) {
  const { id, role } = await requireAccount();
  if (role !== "BASE_STAFF") throw new Error(`${role} does not enrol`);
  const { traineeId, cohortId, submissionKey } = input.parse(Object.fromEntries(form));
  await ask("enrol", "SELECT bench_enrol($1, $2, $3, $4)", [traineeId, cohortId, id, submissionKey]);
  redirect(`/floor/roster?cohort=${cohortId}`);
}
