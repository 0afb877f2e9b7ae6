import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { CohortFrame } from "@/components/cohort/cohort-frame";
import { CountedSheet } from "@/components/completion/counted-sheet";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCohort } from "@/lib/cohort/queries/record";
import { listCounted } from "@/lib/completion/queries/counted";
import { countedQuery } from "@/lib/completion/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/cohorts/[cohortId]/counted">) {
  const [t, cohort] = await Promise.all([getTranslations("completion.counted"), findCohort((await params).cohortId)]);
  return { title: t("page", { number: cohort?.number ?? "" }) };
}

export default async function CountedPage({ params, searchParams }: PageProps<"/cohorts/[cohortId]/counted">) {
  const actor = await requireActor("cohort:view");
  const cohort = await findCohort((await params).cohortId);
  if (!cohort) notFound();

  const { of } = countedQuery.parse(await searchParams);
  return (
    <CohortFrame cohort={cohort} actor={actor} tab="completion">
      <CountedSheet
        of={of}
        people={await listCounted(cohort.id, of, await getLocale())}
        mayOpen={may(actor.role, "trainee:view")}
      />
    </CohortFrame>
  );
}
