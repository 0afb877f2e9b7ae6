import "server-only";
import { z } from "zod";
import { among } from "@/lib/database/among";
import { db } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import { told as json, together } from "@/lib/database/together";
import { meant } from "@/lib/trainee/queries/meant";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { listIdsFound } from "@/lib/trainee/queries/search";
import { present } from "@/lib/trainee/rules/enrolment-states";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { yearOf } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { EnrolmentState, Sex } from "@/prisma/generated/enums";

/** More than these nobody reads; a search that leads to so many asks for one more letter. */
const mostFound = 2_000;
const mostCounted = 100_000;

const person = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(Sex),
  birthDate: json.day,
  idNumberSealed: z.string(),
  phoneSealed: z.string().nullable(),
  ethnicity: z.string(),
  category: z.string(),
  registeredPoor: z.boolean(),
  registeredOn: json.day,
  township: z.string(),
  village: z.string(),
  now: z.array(z.object({ state: z.enum(EnrolmentState), cohort: z.object({ id: z.string(), number: z.string() }) })),
});

/** One page of the register, with how many there are; `capped` when there are more than anybody counted. */
export async function listTrainees(filter: TraineeFilter) {
  const found = filter.person
    ? { ids: filter.person, more: false }
    : filter.q
      ? await listIdsFound(db, filter.q, mostFound)
      : undefined;
  const which = meant(filter, found?.ids);
  const { counted, people } = await together(db, {
    counted: {
      asks: Prisma.sql`SELECT count(*)::int AS total FROM (SELECT FROM trainees t ${which} LIMIT ${Prisma.raw(`${mostCounted + 1}`)}) AS c`,
      shape: z.object({ total: z.number() }),
    },
    people: { asks: pageOf(filter, which), shape: person },
  });
  const total = counted[0]?.total ?? 0;
  return {
    total: Math.min(total, mostCounted),
    capped: total > mostCounted || Boolean(found?.more),
    /** How many were looked through, where the search led to more than that. */
    searched: found?.more ? mostFound : undefined,
    trainees: people.map(told),
  };
}

/**
 * The ids of the page first, so that its order is read off an index; of them everything else. Its size and the first page's lack of an
 * offset stand in the text: a plan for any number of rows sorts all of them.
 */
function pageOf({ sort, page, size }: TraineeFilter, which: Prisma.Sql): Prisma.Sql {
  const order = Prisma.raw(orders[sort]);
  const from = page > 1 ? Prisma.sql`OFFSET ${(page - 1) * size}::int` : Prisma.empty;
  return Prisma.sql`
    SELECT t.id, t.name, t.sex, t.birth_date, t.id_number_sealed, t.phone_sealed, t.ethnicity, t.category, t.registered_poor,
      t.registered_on, s.name AS township, v.name AS village,
      (SELECT coalesce(json_agg(json_build_object('state', e.state, 'cohort', json_build_object('id', c.id, 'number', c.number))
          ORDER BY c.starts_on, e.id), '[]')
        FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE e.trainee_id = t.id AND e.state ${among(present)}) AS now
    FROM (SELECT t.id FROM trainees t ${which} ORDER BY ${order} LIMIT ${Prisma.raw(`${size}`)} ${from}) AS shown
    JOIN trainees t ON t.id = shown.id JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
    ORDER BY ${order}`;
}

const orders: Record<TraineeFilter["sort"], string> = {
  name: "t.sort_name, t.id",
  "-name": "t.sort_name DESC, t.id DESC",
  birth: "t.birth_date, t.name",
  "-birth": "t.birth_date DESC, t.name DESC",
  registered: "t.registered_on, t.id",
  "-registered": "t.registered_on DESC, t.id DESC",
};

/** Numbers are opened once, and masked before they leave the server. */
function told({ birthDate, idNumberSealed, phoneSealed, ...shown }: z.output<typeof person>) {
  const number = idNumberOf({ id: shown.id, idNumberSealed });
  return {
    ...shown,
    birthDay: birthDate,
    birthYear: yearOf(birthDate),
    lastFour: number.slice(-4),
    idNumber: maskIdNumber(number),
    phone: phoneSealed && maskPhone(unseal("trainees", "phone", shown.id, phoneSealed)),
  };
}
