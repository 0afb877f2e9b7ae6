import { z } from "zod";
import { day, id, listOf, optionalDay, optionalText, text } from "@/lib/command/fields";
import { filters } from "@/lib/qualification/rules";

const occupation = text(40);

/** `seen` is what was ticked when the page was shown, so that two desks do not untick each other's (I27). */
export const setSkillsInput = z.object({ trainerId: id, skills: listOf(occupation, 40), seen: listOf(occupation, 40) });

export const recordCertificateInput = z.object({
  trainerId: id,
  name: text(40),
  number: text(40),
  level: optionalText(20),
  issuedOn: day,
  validUntil: optionalDay,
});
export const endCertificateInput = z.object({ paperId: id, reason: text(100) });

/** The address of 师资名册; what it does not know it leaves out. */
export const registerQuery = z.object({
  skill: z.string().trim().min(1).max(40).optional().catch(undefined),
  certificate: z.enum(filters).optional().catch(undefined),
});

export type RegisterQuery = z.output<typeof registerQuery>;
