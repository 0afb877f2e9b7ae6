"use server";

import { form } from "@/lib/command/form";
import * as certificates from "@/lib/qualification/commands/certificates";
import * as skills from "@/lib/qualification/commands/skills";

export const setSkills = form(skills.setSkills, { after: (_, { trainerId }) => ({ to: `/trainers/${trainerId}` }) });

const toTrainer = {
  after: ({ trainerId, certificate }: { trainerId: string; certificate: string }) => ({
    to: `/trainers/${trainerId}`,
    about: { trainerId },
    told: { certificate },
  }),
};
export const recordCertificate = form(certificates.recordCertificate, toTrainer);
export const endCertificate = form(certificates.endCertificate, toTrainer);
