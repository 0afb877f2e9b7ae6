import { Sheet } from "@/components/layout/sheet";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import type { EnrolmentOfTrainee } from "@/lib/enrolment/queries/of-trainee";
import { getTranslations } from "@/lib/wording/translations";
import type { EnrolmentState } from "@/prisma/generated/enums";

/** Every cohort a person was in or wanted to be in, the latest first. */
type Props = { traineeId: string; enrolments: EnrolmentOfTrainee[]; mayEnrol: boolean };

export async function EnrolmentsOfTrainee({ traineeId, enrolments, mayEnrol }: Props) {
  const [t, state] = await Promise.all([getTranslations("trainee.enrolments"), getTranslations("state.enrolment")]);

  return (
    <Sheet title={t("title", { count: enrolments.length })}>
      {enrolments.length === 0 ? (
        <Empty
          lead={t("none")}
          text={t("noneText")}
          action={mayEnrol && <ButtonLink href={`/trainees/${traineeId}?enrol=next`}>{t("enrol")}</ButtonLink>}
        />
      ) : (
        <table className="table cards">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columns.cohort")}</th>
              <th scope="col">{t("columns.number")}</th>
              <th scope="col">{t("columns.dates")}</th>
              <th scope="col">{t("columns.state")}</th>
              <th scope="col">{t("columns.subsidised")}</th>
            </tr>
          </thead>
          <tbody>
            {enrolments.map((enrolment) => (
              <tr key={enrolment.id}>
                <th scope="row" className="card-name">
                  <Link href={`/cohorts/${enrolment.cohort.id}`}>{enrolment.cohort.title}</Link>
                  {enrolment.under && <p className="small muted">{t("under", enrolment.under)}</p>}
                </th>
                <td className="card-below-side nowrap">{enrolment.cohort.number}</td>
                <td className="card-below nowrap">
                  {t("span", { from: enrolment.cohort.startsOn, to: enrolment.cohort.endsOn })}
                </td>
                <td className="card-side">
                  <Badge kind={kinds[enrolment.state]}>{state(enrolment.state)}</Badge>
                  {enrolment.stateReason && <p className="small muted">{enrolment.stateReason}</p>}
                </td>
                <td>{t(enrolment.subsidised ? "subsidised" : "unsubsidised")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

const kinds: Record<EnrolmentState, BadgeKind> = {
  APPLIED: "warn",
  WAITLISTED: "warn",
  CONFIRMED: "run",
  IN_TRAINING: "run",
  COMPLETED: "ok",
  NOT_COMPLETED: "open",
  DROPPED: "open",
  NO_SHOW: "open",
  CANCELLED: "open",
  REJECTED: "open",
};
