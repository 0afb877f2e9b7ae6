import { Banner } from "@/components/ui/banner";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { timingOf } from "@/lib/enrolment/rules/timing";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; cohort: CohortRecord; people: EnrolledPerson[] };

/** R26: names the people whom nobody has seen after the third training day, each leading to where it is decided. */
export async function NeverCame({ actor, cohort, people }: Props) {
  const { mayBeNoShow, noShowDays } = timingOf(cohort, actor.today);
  const away = people.filter(({ state, knownBy }) => state === "IN_TRAINING" && !knownBy);
  if (!mayBeNoShow || cohort.state !== "IN_PROGRESS" || away.length === 0) return null;
  if (!may(actor.role, "enrolment:noShow")) return null;

  const t = await getTranslations("arrival");
  return (
    <Banner kind="warn" lead={t("neverCame", { count: away.length })}>
      {t("neverCameText", { days: noShowDays })}{" "}
      {away.map(({ id, name, lastFour }) => (
        <span key={id}>
          <a href={`/cohorts/${cohort.id}/roster/${id}`}>
            {name} …{lastFour}
          </a>
          &ensp;
        </span>
      ))}
    </Banner>
  );
}
