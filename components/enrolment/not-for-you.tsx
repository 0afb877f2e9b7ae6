import { Banner } from "@/components/ui/banner";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { getTranslations } from "@/lib/wording/translations";

export type DecisionProps = { actor: Actor; cohort: CohortRecord; enrolment: EnrolmentRecord };

export async function NotForYou() {
  const t = await getTranslations("enrolment.decide");
  return <Banner kind="info">{t("notForYou")}</Banner>;
}

/** R26, I5: whether a place becomes free, and for how many who wait. */
export const freed = (cohort: CohortRecord, holds: boolean) => ({
  holds: String(holds),
  waiting: holds ? cohort.counts.WAITLISTED : 0,
});
