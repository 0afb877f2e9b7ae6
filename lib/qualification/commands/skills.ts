import "server-only";
import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { hold } from "@/lib/database/hold";
import { setSkillsInput } from "@/lib/qualification/schema";
import { Refusal } from "@/lib/refusal/refusal";

/** What a trainer can teach, as it is ticked; an occupation that no course names is refused by the law, and stays where it was ticked. */
export const setSkills = command({
  verb: "trainer.setSkills",
  permission: "trainer:edit",
  input: setSkillsInput,
  async run(tx, actor, { trainerId, skills, seen }) {
    if ((await hold(tx, "trainers", trainerId)) === 0)
      throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
    const held = await tx.trainerSkill.findMany({ where: { trainerId }, select: { occupation: true } });
    const had = held.map(({ occupation }) => occupation);
    if (!isDeepStrictEqual(inOrder(had), inOrder(seen))) throw new Refusal("STALE");

    const added = [...new Set(skills)].filter((occupation) => !had.includes(occupation));
    await tx.trainerSkill.deleteMany({ where: { trainerId, occupation: { notIn: skills } } });
    await tx.trainerSkill.createMany({ data: added.map((occupation) => ({ trainerId, occupation })) });
    await recordAudit(tx, actor, "trainer.setSkills", {
      type: "trainer",
      id: trainerId,
      before: { skills: inOrder(had) },
      after: { skills: inOrder(skills) },
    });
    return {};
  },
});

/** Each once, as a list: the reader of the audit joins it in the words of its language. */
const inOrder = (occupations: readonly string[]): string[] => [...new Set(occupations)].sort();
