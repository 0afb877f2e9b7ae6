import { addDays, type Day } from "@/lib/value/calendar";

export type Certificate = { issuedOn: Day; validUntil: Day | null; endedOn: Day | null };

/** How the certificates of a trainer stand together: as the worst of those in use. */
export const standings = ["VALID", "EXPIRING", "EXPIRED", "NONE"] as const;
export type Standing = (typeof standings)[number];

/** What the register is asked by: DUE is what somebody has to see to. */
export const filters = ["DUE", ...standings] as const;
export type Filter = (typeof filters)[number];

export const isInUse = ({ issuedOn, endedOn }: Certificate, on: Day): boolean =>
  issuedOn <= on && (endedOn === null || endedOn > on);

/** One certificate on a day; the days before its end are those of the notice, the last day of validity is one of them. */
export function standingOf({ validUntil }: Pick<Certificate, "validUntil">, on: Day, noticeDays: number): Standing {
  if (validUntil === null) return "VALID";
  if (validUntil < on) return "EXPIRED";
  return validUntil <= addDays(on, noticeDays) ? "EXPIRING" : "VALID";
}

/** The same of all that are in use, with the day on which the first of them ends, if one does. */
export function standingOfAll(
  certificates: readonly Certificate[],
  on: Day,
  noticeDays: number,
): { standing: Standing; day: Day | null } {
  const inUse = certificates.filter((one) => isInUse(one, on));
  if (inUse.length === 0) return { standing: "NONE", day: null };
  const [day = null] = inUse.flatMap(({ validUntil }) => validUntil ?? []).sort();
  return { standing: standingOf({ validUntil: day }, on, noticeDays), day };
}

/** Where a trainer has certificates and none is valid on a day: when the last of them ended. */
export function lapsedOn(certificates: readonly Certificate[], on: Day): Day | null {
  const inUse = certificates.filter((one) => isInUse(one, on));
  if (inUse.some(({ validUntil }) => validUntil === null || validUntil >= on)) return null;
  return (
    inUse
      .flatMap(({ validUntil }) => validUntil ?? [])
      .sort()
      .at(-1) ?? null
  );
}

export const isAsked = (filter: Filter | undefined, standing: Standing | null): boolean =>
  filter === undefined || (filter === "DUE" ? standing === "EXPIRED" || standing === "EXPIRING" : filter === standing);
