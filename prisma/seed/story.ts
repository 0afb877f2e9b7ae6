import { createAccount } from "@/lib/account/commands/create";
import type { Actor } from "@/lib/auth/actor";
import { foundBase } from "@/lib/base/commands";
import { closeClassroom } from "@/lib/classroom/commands/close";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { addDays, type Day, day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { demoAccounts, demoPassword, demoTrainer } from "./accounts";
import { leadCohort } from "./cohort-story";
import { demoCohorts, demoKnown } from "./cohorts";
import { teachCourses } from "./course-story";
import { equipClassrooms } from "./fittings";
import { accountForAid } from "./fund-story";
import { demoPerson } from "./people";
import { register } from "./person-story";
import { qualifyTrainers } from "./qualification-story";

const openingDay = day("2018-08-22");

/** Who acts in the demo, on which day: the same commands as the screens use, with two different people where one proposes and one approves. */
export type Cast = (username: string, today: Day) => Actor;

/** domain.md section 11: the demo data, people and money, once; a database that has accounts already is left alone. */
export async function seedDemo(): Promise<
  { accounts: { username: string; name: string; role: Role }[]; password: string } | undefined
> {
  if ((await db.base.count()) > 0) return undefined;
  if ((await db.account.count()) > 0)
    throw new Error("an earlier first start was interrupted; empty the database and start again");

  const cast = await castAccounts();
  await equipClassrooms(cast("yangjin", day("2018-03-01")));
  const courses = await teachCourses(cast("yangjin", day("2018-03-01")));

  const villages = (
    await db.village.findMany({
      where: { validFrom: { lt: new Date("2019-01-01") } },
      orderBy: { code: "asc" },
      select: { code: true },
    })
  ).map(({ code }) => code);
  let n = 0;
  const nextPerson = (female: boolean, poor: boolean, name?: string) => demoPerson(n++, female, poor, villages, name);

  for (const plan of demoCohorts) await leadCohort(cast, plan, { courses, next: nextPerson, today: openingDay });
  for (const { name, female } of demoKnown)
    await register(cast("yangjin", addDays(openingDay, -2)), nextPerson(female, false, name));

  await qualifyTrainers(cast("yangjin", openingDay));
  const { id: trainerId } = await db.trainer.findFirstOrThrow({
    where: { name: demoTrainer.name },
    select: { id: true },
  });
  await createAccount(doer, { ...demoTrainer, trainerId, password: demoPassword, isDemo: true });

  await closeClassroom(cast("yangjin", day("2018-08-17")), {
    classroomNumber: 9,
    startsOn: openingDay,
    startsAt: "09:00",
    endsOn: openingDay,
    endsAt: "17:30",
    reason: "启用仪式",
  });

  await accountForAid(cast);

  // The base comes last: without it nobody can sign in, so a first start that was interrupted is never taken for a whole one.
  await foundBase({
    name: "青羊·得荣就业扶贫公共实训基地",
    shortName: "青羊·得荣实训基地",
    organiser: "得荣县人力资源和社会保障局",
    operator: "青羊·得荣就业扶贫公共实训基地",
    demoDay: openingDay,
  });
  return { accounts: [...demoAccounts, demoTrainer], password: demoPassword };
}

const doer = { id: newId(), name: "演示数据", role: "SEC_ADMIN" as const };

async function castAccounts(): Promise<Cast> {
  const known = new Map<string, Omit<Actor, "today">>();
  for (const account of demoAccounts) {
    const { id } = await createAccount(doer, { ...account, password: demoPassword, isDemo: true });
    known.set(account.username, { id, name: account.name, role: account.role, ...standing });
  }
  return (username, today) => {
    const actor = known.get(username);
    if (!actor) throw new Error(`nobody in the demo is called ${username}`);
    return { ...actor, today };
  };
}

const standing = {
  locale: "zh-CN",
  signInId: newId(),
  address: "127.0.0.1",
  isDemo: true,
  preferences: { theme: "system", density: "normal", size: "normal", shortcuts: true },
} as const;
