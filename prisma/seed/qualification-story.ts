import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { recordCertificate } from "@/lib/qualification/commands/certificates";
import { setSkills } from "@/lib/qualification/commands/skills";
import { recordCertificateInput } from "@/lib/qualification/schema";

type Paper = { name: string; number: string; level?: string; issuedOn: string; validUntil?: string };

/** What each of them can teach, and the papers behind it (示意): one expires soon after the opening, one has expired. */
const qualifications: Record<string, { skills: string[]; papers: Paper[] }> = {
  杨雪: {
    skills: ["电子商务师"],
    papers: [
      { name: "教师资格证书", number: "20125104342000718", issuedOn: "2012-07-03" },
      { name: "创业培训讲师证书", number: "SYB-SC-2015-0412", issuedOn: "2015-09-20", validUntil: "2018-09-19" },
    ],
  },
  罗绒平措: {
    skills: ["中式烹调师"],
    papers: [{ name: "职业资格证书", number: "1122003000301764", level: "三级", issuedOn: "2011-11-08" }],
  },
  李蓉: {
    skills: ["美容师"],
    papers: [{ name: "职业资格证书", number: "1422003000200385", level: "二级", issuedOn: "2014-06-12" }],
  },
  白玛央金: {
    skills: ["美容师"],
    papers: [{ name: "职业资格证书", number: "1622003000302291", level: "三级", issuedOn: "2016-04-25" }],
  },
  格绒志玛: {
    skills: ["客房服务员"],
    papers: [{ name: "职业资格证书", number: "1522003000301120", level: "三级", issuedOn: "2015-05-14" }],
  },
  曲珍: {
    skills: ["客房服务员"],
    papers: [{ name: "健康证明", number: "GZ2017-0836", issuedOn: "2017-08-10", validUntil: "2018-08-09" }],
  },
};

/** Entered at the desk, trainer by trainer. */
export async function qualifyTrainers(actor: Actor) {
  for (const [name, { skills, papers }] of Object.entries(qualifications)) {
    const { id: trainerId } = await db.trainer.findFirstOrThrow({ where: { name }, select: { id: true } });
    await setSkills(actor, { trainerId, skills, seen: [] });
    for (const paper of papers) await recordCertificate(actor, recordCertificateInput.parse({ trainerId, ...paper }));
  }
}
