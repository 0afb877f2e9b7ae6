import type { Permission } from "@/lib/auth/permissions";
import { type Day, yearOf } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { halfWidth } from "@/lib/value/text";
import type { Role, SettingDomain } from "@/prisma/generated/enums";

export type Signature = "directorId" | "reviewerId" | "leaderId";

/** Whose signature puts a figure in force: training figures need two offices, money its leader, a year's capacity the county (R24). */
export const signaturesOf: Record<SettingDomain, Signature[]> = {
  TRAINING: ["directorId", "reviewerId"],
  MONEY: ["leaderId"],
  CAPACITY: ["reviewerId"],
};

/** Who may propose and decide: a year's capacity is the base's and the county's, every other figure an office's of its own (R24). */
export const permissionOf = (domain: SettingDomain): Permission =>
  domain === "CAPACITY" ? "yearCapacity:change" : "setting:change";

const roleOf: Record<Signature, Role> = {
  directorId: "BASE_DIRECTOR",
  reviewerId: "COUNTY_REVIEWER",
  leaderId: "AID_LEADER",
};

/** Which line a role signs on, if it signs figures of this domain at all. */
export const signatureBy = (role: Role, domain: SettingDomain): Signature | undefined =>
  signaturesOf[domain].find((signature) => roleOf[signature] === role);

/** Whether a role signs figures of any domain. */
export const signsFigures = (role: Role): boolean => Object.values(roleOf).includes(role);

type Asked = {
  domain: SettingDomain;
  createdById: string;
  director: string | null;
  reviewer: string | null;
  leader: string | null;
};

/** R111: whether a change waits for this person's signature: it signs such figures, has not yet, and did not propose it. */
export function waitsFor({ id, role }: { id: string; role: Role }, change: Asked): boolean {
  const signature = signatureBy(role, change.domain);
  return signature !== undefined && signerOn(change, signature) === null && change.createdById !== id;
}

/** Who has signed on a line, by name. */
export const signerOn = ({ director, reviewer, leader }: Asked, line: Signature): string | null =>
  ({ directorId: director, reviewerId: reviewer, leaderId: leader })[line];

export const rateKey = "aid_rate_basis_points";

/** What is typed in the unit people say it in: 0.6 % are 60 basis points; undefined for anything that is no such value. */
export function readSetting(typed: string, unit: string): number | undefined {
  const text = halfWidth(typed).trim().replace(/%$/, "").trim();
  if (unit !== "BASIS_POINTS") return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return undefined;
  const [whole = "0", fraction = ""] = text.split(".");
  return Number(whole + fraction.padEnd(2, "0"));
}

/** R61: the rate of a year is that of its first day. */
export const firstYearOf = (validFrom: Day): number =>
  yearOf(validFrom) + (validFrom === firstDay(yearOf(validFrom)) ? 0 : 1);

/** A rate is kept in basis points and read in percent: 50 are 0.5. */
export const percentOf = (basisPoints: number): string => String(basisPoints / 100);

/** What a figure rests on may be younger than the day the portal stands on: a day, or a year that has not ended before it. */
export function isLater(ground: string, today: Day): boolean {
  const said = [...ground.matchAll(/(?:19|20)\d\d(?:-\d\d-\d\d)?/g)].map(([when]) => when);
  return said.some((when) => (when.length === 4 ? Number(when) > yearOf(today) : when > today));
}
