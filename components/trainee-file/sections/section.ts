import type { translatorOf } from "@/lib/wording/translations";

export type Say = ReturnType<typeof translatorOf>;

/** One part of a person's file in words: the page shows it as a sheet with links, the paper as a table. */
export type Section = {
  key: string;
  title: string;
  note?: string;
  /** Said where there are no rows. */
  none: string;
  columns: { title: string; width: number }[];
  rows: { key: string; href?: string; cells: string[] }[];
};

/** Where the cohort of an enrolment tells more of this person. */
export const enrolmentHref = ({ cohortId, enrolmentId }: { cohortId: string; enrolmentId: string }): string =>
  `/cohorts/${cohortId}/roster/${enrolmentId}`;
