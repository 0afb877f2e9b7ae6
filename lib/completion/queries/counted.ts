import "server-only";
import { z } from "zod";
import { countedOf, participants } from "@/lib/completion/queries/tally";
import type { Counted } from "@/lib/completion/schema";
import { db } from "@/lib/database/db";
import { listPeople } from "@/lib/enrolment/queries/people";
import type { Locale } from "@/lib/wording/locale";
import { EnrolmentState } from "@/prisma/generated/enums";

const rows = z.array(z.object({ id: z.string() }));

/** U04: exactly the people that one count of a cohort's line is made of, by the condition that counts them; trained in it once at most (R20). */
export async function listCounted(cohortId: string, of: Counted, locale: Locale) {
  const found = await db.$queryRaw`
    ${participants({ cohortId })} SELECT enrolment_id AS id FROM participants WHERE ${countedOf[of]}`;
  const counted = new Set(rows.parse(found).map(({ id }) => id));
  const people = await listPeople(cohortId, Object.values(EnrolmentState), "name", locale);
  return people.filter(({ id }) => counted.has(id));
}
