import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { certificatesAtWork } from "@/lib/qualification/queries/certificates";
import { isAsked, standingOfAll } from "@/lib/qualification/rules";
import type { RegisterQuery } from "@/lib/qualification/schema";
import { figuresInForce, parametersIn } from "@/lib/setting/parameter";
import { listTrainers } from "@/lib/trainer/queries";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

const skills = z.object({ trainerId: z.string(), skills: z.array(z.string()) });

/**
 * 师资名册 as it is asked for: everybody who teaches or taught, with what they can teach and how their certificates stand on the day; of
 * those who have left that is no matter any more.
 */
export async function listRegister(today: Day, { skill, certificate }: RegisterQuery, tx: Tx = db) {
  const [trainers, found] = await Promise.all([
    listTrainers(today, tx),
    together(tx, {
      figures: figuresInForce(today),
      certificates: certificatesAtWork(today),
      skills: {
        asks: Prisma.sql`
          SELECT trainer_id, json_agg(occupation ORDER BY occupation) AS skills FROM trainer_skills GROUP BY trainer_id`,
        shape: skills,
      },
    }),
  ]);
  const noticeDays = parametersIn(found.figures)("certificate_notice_days");
  const papers = new Map(found.certificates.map((one) => [one.trainerId, one.certificates]));
  const able = new Map(found.skills.map((one) => [one.trainerId, one.skills]));
  return trainers
    .map((trainer) => {
      const hasLeft = trainer.leftOn !== null && trainer.leftOn <= today;
      const { standing, day } = standingOfAll(papers.get(trainer.id) ?? [], today, noticeDays);
      return { ...trainer, skills: able.get(trainer.id) ?? [], standing: hasLeft ? null : standing, until: day };
    })
    .filter((one) => skill === undefined || one.skills.includes(skill))
    .filter(({ standing }) => isAsked(certificate, standing));
}

export type RegisterRow = Awaited<ReturnType<typeof listRegister>>[number];
