import "server-only";
import { db } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import { brief, told } from "@/lib/trainee/queries/brief";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { listIdsFound } from "@/lib/trainee/queries/search";
import { present, withPlace } from "@/lib/trainee/rules/enrolment-states";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { firstDay, lastDay } from "@/lib/value/period";
import type { Prisma } from "@/prisma/generated/client";

/** More than these nobody reads; a search that leads to so many asks for one more letter. */
const mostFound = 2_000;
const mostCounted = 100_000;

/** One page of the register, with how many there are; `capped` when there are more than anybody counted. */
export async function listTrainees(filter: TraineeFilter) {
  const found = filter.person
    ? { ids: filter.person, more: false }
    : filter.q
      ? await listIdsFound(db, filter.q, mostFound)
      : undefined;
  const where = whereOf(filter, found?.ids);
  const [counted, rows] = await Promise.all([
    db.trainee.count({ where, take: mostCounted + 1 }),
    db.trainee.findMany({
      where,
      orderBy: orders[filter.sort],
      skip: (filter.page - 1) * filter.size,
      take: filter.size,
      select: {
        ...brief,
        phoneSealed: true,
        ethnicity: true,
        category: true,
        registeredPoor: true,
        registeredOn: true,
        enrolments: {
          where: { state: { in: [...present] } },
          orderBy: [{ cohort: { startsOn: "asc" } }, { id: "asc" }],
          select: { state: true, cohort: { select: { id: true, number: true } } },
        },
      },
    }),
  ]);
  return {
    total: Math.min(counted, mostCounted),
    capped: counted > mostCounted || Boolean(found?.more),
    /** How many were looked through, where the search led to more than that. */
    searched: found?.more ? mostFound : undefined,
    trainees: rows.map(
      ({ phoneSealed, registeredOn, ethnicity, category, registeredPoor, enrolments, ...trainee }) => ({
        ...told(trainee),
        idNumber: maskIdNumber(idNumberOf(trainee)),
        phone: phoneSealed && maskPhone(unseal("trainees", "phone", trainee.id, phoneSealed)),
        registeredOn: dayFromDate(registeredOn),
        ethnicity,
        category,
        registeredPoor,
        /** Where he is now, or wants to be: in training, placed, waiting, asked for. */
        now: enrolments,
      }),
    ),
  };
}

function whereOf(
  { township, category, poor, trained, heldAt, cohort, state }: TraineeFilter,
  found: string[] | undefined,
): Prisma.TraineeWhereInput {
  return {
    ...(found && { id: { in: found } }),
    ...(township && { village: { township: { OR: [{ code: township }, { successorCode: township }] } } }),
    ...(category && { OR: [{ category }, { otherCategories: { has: category } }] }),
    ...(poor && { registeredPoor: poor === "yes" }),
    AND: [
      ...(trained || heldAt ? [{ enrolments: { some: placeIn(trained, heldAt) } }] : []),
      ...(cohort || (state && state !== "NONE") ? [{ enrolments: { some: nowIn(cohort, state) } }] : []),
      ...(state === "NONE" ? [{ enrolments: { none: { state: { in: [...present] } } } }] : []),
    ],
  };
}

/** Whoever holds or used a place (R21, R26) in a cohort of a year, at the base or elsewhere: the people behind the figure 参训人数. */
function placeIn(year: number | undefined, heldAt: TraineeFilter["heldAt"]): Prisma.EnrolmentWhereInput {
  const startsOn = year && { gte: dateFromDay(firstDay(year)), lte: dateFromDay(lastDay(year)) };
  return {
    state: { in: [...withPlace] },
    cohort: { ...(startsOn && { startsOn }), ...(heldAt && { atBase: heldAt === "BASE" }) },
  };
}

function nowIn(cohortId: string | undefined, state: TraineeFilter["state"]): Prisma.EnrolmentWhereInput {
  const asked = present.find((one) => one === state);
  return { state: { in: asked ? [asked] : [...present] }, ...(cohortId && { cohortId }) };
}

const orders: Record<TraineeFilter["sort"], Prisma.TraineeOrderByWithRelationInput[]> = {
  name: [{ sortName: "asc" }, { id: "asc" }],
  "-name": [{ sortName: "desc" }, { id: "desc" }],
  birth: [{ birthDate: "asc" }, { name: "asc" }],
  "-birth": [{ birthDate: "desc" }, { name: "desc" }],
  registered: [{ registeredOn: "asc" }, { id: "asc" }],
  "-registered": [{ registeredOn: "desc" }, { id: "desc" }],
};
