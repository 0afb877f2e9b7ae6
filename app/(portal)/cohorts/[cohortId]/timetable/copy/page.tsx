import { notFound } from "next/navigation";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { NotNow } from "@/components/layout/not-now";
import { Sheet } from "@/components/layout/sheet";
import { CopyChoice } from "@/components/lesson/copy/choice";
import { EndsLater } from "@/components/lesson/copy/ends-later";
import { CopyPreview } from "@/components/lesson/copy/preview";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listClassrooms } from "@/lib/classroom/queries";
import { findCohort } from "@/lib/cohort/queries/record";
import { editableOf } from "@/lib/cohort/rules/states";
import { findCopy, listTimetablesToCopy } from "@/lib/lesson/queries/copy";
import { noBooking } from "@/lib/lesson/rules/booking";
import { copyQuery } from "@/lib/lesson/schema/copy";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/timetable/copy">) {
  const [t, cohort] = await Promise.all([
    getTranslations("lesson.copy"),
    params.then(({ cohortId }) => findCohort(cohortId)),
  ]);
  return { title: `${cohort?.title ?? ""} ${cohort?.number ?? ""} ${t("title")}` };
}

export default async function CopyTimetablePage({
  params,
  searchParams,
}: PageProps<"/cohorts/[cohortId]/timetable/copy">) {
  const actor = await requireActor("lesson:book");
  const [t, cohort, { ...query }] = await Promise.all([
    getTranslations("lesson.copy"),
    params.then(({ cohortId }) => findCohort(cohortId)),
    searchParams,
  ]);
  if (!cohort) notFound();
  const no = noBooking(cohort);
  if (no)
    return (
      <CohortFrame cohort={cohort} actor={actor} tab="timetable">
        <NotNow no={no} title={t("title")} back={`/cohorts/${cohort.id}/timetable`} />
      </CohortFrame>
    );

  const { from, firstDay, classroom: classroomNumber, order, choose } = copyQuery.parse(query);
  const [sources, classrooms] = await Promise.all([listTimetablesToCopy(cohort.id, from), listClassrooms()]);
  const source = sources.find(({ id }) => id === from) ?? sources[0];
  const copy = source && (await findCopy(cohort, source.id, { firstDay, classroomNumber, order }));
  const path = `/cohorts/${cohort.id}/timetable/copy`;
  const settled = copy && from && !choose;
  const asked = copy && `from=${source.id}&firstDay=${copy.firstDay}&classroom=${classroomNumber ?? ""}&order=${order}`;
  const here = asked && `${path}?${asked}`;
  const mayEdit = may(actor.role, "cohort:draft") && editableOf(cohort.state) !== null;

  return (
    <CohortFrame cohort={cohort} actor={actor} tab="timetable">
      <Sheet title={t("title")} note={source && t("lead")}>
        {copy ? (
          <CopyChoice
            path={path}
            sources={sources}
            cohortId={cohort.id}
            classrooms={cohort.atBase ? classrooms : []}
            chosen={{ from: source.id, firstDay: copy.firstDay, classroomNumber, order }}
            again={settled ? `${here}&choose=on` : undefined}
          />
        ) : (
          <Empty
            lead={t("none")}
            text={t("noneText")}
            action={
              <ButtonLink href={`/schedule/book?cohort=${cohort.id}&day=${cohort.startsOn}`}>{t("book")}</ButtonLink>
            }
          />
        )}
      </Sheet>
      {settled && copy.lastDay > cohort.endsOn && (
        <EndsLater cohort={cohort} lastDay={copy.lastDay} copies={copy.copies} mayEdit={mayEdit} />
      )}
      {settled && here && (
        <CopyPreview
          key={asked}
          cohortId={cohort.id}
          copies={copy.copies}
          shift={copy.shift}
          classroomNumber={classroomNumber}
          byTeachingDays={order === "TEACHING_DAYS"}
          here={here}
        />
      )}
    </CohortFrame>
  );
}
