import type { Role, SettingDomain } from "@/prisma/generated/enums";

export type Signature = "directorId" | "reviewerId" | "leaderId";

/** Whose signature puts a figure in force: training figures need two offices, money its leader, a year's capacity the county (R24). */
export const signaturesOf: Record<SettingDomain, Signature[]> = {
  TRAINING: ["directorId", "reviewerId"],
  MONEY: ["leaderId"],
  CAPACITY: ["reviewerId"],
};

const roleOf: Record<Signature, Role> = {
  directorId: "BASE_DIRECTOR",
  reviewerId: "COUNTY_REVIEWER",
  leaderId: "AID_LEADER",
};

/** Which line a role signs on, if it signs figures of this domain at all. */
export const signatureBy = (role: Role, domain: SettingDomain): Signature | undefined =>
  signaturesOf[domain].find((signature) => roleOf[signature] === role);

/** A rate is kept in basis points and read in percent: 50 are 0.5. */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100);
