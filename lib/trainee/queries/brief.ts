import "server-only";
import { lastFourOf } from "@/lib/trainee/queries/numbers";
import { dayFromDate, yearOf } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/** The columns that tell one person from another. */
export const brief = {
  id: true,
  name: true,
  sex: true,
  birthDate: true,
  idNumberSealed: true,
  village: { select: { name: true, township: { select: { name: true } } } },
} satisfies Prisma.TraineeSelect;

type Brief = Prisma.TraineeGetPayload<{ select: typeof brief }>;

/** Names are not unique here: a person is name, year of birth, village and the last four (ux.md, rule 5). */
export function told({ id, name, sex, birthDate, village, ...row }: Brief) {
  const birthDay = dayFromDate(birthDate);
  return {
    id,
    name,
    sex,
    birthDay,
    birthYear: yearOf(birthDay),
    township: village.township.name,
    village: village.name,
    lastFour: lastFourOf({ id, ...row }),
  };
}
