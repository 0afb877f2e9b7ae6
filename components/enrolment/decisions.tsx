import { Banner } from "@/components/ui/banner";
import { may } from "@/lib/auth/permissions";
import { reopenOutcome, reverseOutcome } from "@/lib/completion/actions";
import { listCertificates } from "@/lib/completion/queries/certificates";
import { hasOutcome, sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { getTranslations } from "@/lib/wording/translations";
import { AboutApplication, AboutWaiting } from "./decide-application";
import { DecideForm } from "./decide-form";
import { AboutPlace } from "./decide-place";
import type { DecisionProps } from "./not-for-you";

/** Everything that can be done with an enrolment in its state, by this person, each with what it does to the 人次. */
export async function Decisions({ actor, cohort, enrolment }: DecisionProps) {
  const { state } = enrolment;
  if (state === "APPLIED") return <AboutApplication actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (state === "WAITLISTED") return <AboutWaiting actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (sitsInLessons(state)) return <AboutPlace actor={actor} cohort={cohort} enrolment={enrolment} />;

  if (hasOutcome(state)) return <AfterOutcome actor={actor} cohort={cohort} enrolment={enrolment} />;

  const t = await getTranslations("enrolment.decide");
  return <Banner kind="info">{t("over")}</Banner>;
}

/** R53: an outcome registered by mistake, until the cohort is closed and after. */
async function AfterOutcome({ actor, cohort, enrolment }: DecisionProps) {
  const t = await getTranslations("enrolment.decide");
  const reverses = cohort.state === "EXAM" && may(actor.role, "outcome:reverse");
  const reopens = cohort.state === "CLOSED" && may(actor.role, "outcome:reopen");
  if (!reverses && !reopens) return <Banner kind="info">{t("whoReverses")}</Banner>;
  if ((await listCertificates(enrolment.id)).some(({ voidedOn }) => !voidedOn))
    return <Banner kind="info">{t("certified")}</Banner>;
  return reverses ? (
    <DecideForm enrolment={enrolment} decision="reverse" action={reverseOutcome} danger />
  ) : (
    <DecideForm enrolment={enrolment} decision="reopen" action={reopenOutcome} danger />
  );
}
