import "server-only";
import { db } from "@/lib/database/db";
import { lastFourOf } from "@/lib/trainee/queries/numbers";

const person = { id: true, name: true, idNumberSealed: true } as const;

/** Name and last four of people, by the ids of their enrolments or their own: two people here may share a name. */
export async function listNames(ids: string[]): Promise<Map<string, string>> {
  const [enrolments, trainees] = await Promise.all([
    db.enrolment.findMany({ where: { id: { in: ids } }, select: { id: true, trainee: { select: person } } }),
    db.trainee.findMany({ where: { id: { in: ids } }, select: person }),
  ]);
  return new Map([
    ...enrolments.map(({ id, trainee }): [string, string] => [id, called(trainee)]),
    ...trainees.map((trainee): [string, string] => [trainee.id, called(trainee)]),
  ]);
}

const called = ({ name, ...row }: { id: string; name: string; idNumberSealed: string }) =>
  `${name} …${lastFourOf(row)}`;
