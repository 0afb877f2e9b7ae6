import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { findNames } from "@/lib/audit/queries/log";
import { findBase } from "@/lib/base/queries";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { runOf } from "@/lib/cohort/rules/title";
import { getTranslations } from "@/lib/wording/translations";

/** The opening papers of a cohort and who signed them. */
export async function Papers({ cohort }: { cohort: CohortRecord }) {
  const t = await getTranslations("cohort.overview");
  const { createdById, submittedById, approvedById, examBegunById, course } = cohort;
  const { closingProposedById, closingReturnedById, closedById } = cohort;
  const opening = [createdById, submittedById, approvedById, examBegunById];
  const signers = [...opening, closingProposedById, closingReturnedById, closedById];
  const names = await findNames(signers);
  const signer = (id: string | null) => id && (names.get(id) ?? t("signer"));
  const early =
    examBegunById && t("examEarlyBy", { name: signer(examBegunById) ?? "", reason: cohort.examReason ?? "" });
  const none = <span className="muted">{t("none")}</span>;

  const lines: [string, ReactNode][] = [
    [t("official"), await titleOf(cohort)],
    [
      t("course"),
      <a href={`/courses/${course.id}`} key="course">
        {course.name}
      </a>,
    ],
    [
      t("planned"),
      t("plannedOf", {
        total: course.theoryPeriods + course.practicePeriods,
        theory: course.theoryPeriods,
        practice: course.practicePeriods,
      }),
    ],
    [t("contact"), cohort.contact || none],
    [t("examPlan"), cohort.examPlan || none],
    [t("material"), cohort.material || none],
    [t("created"), signer(createdById)],
    [t("submitted"), signer(submittedById)],
    [t("approved"), signer(approvedById)],
    [t("documentNo"), cohort.approvalDocumentNo],
    [t(cohort.state === "APPROVED" ? "opinion" : "reason"), cohort.stateReason],
    [t("examEarly"), early],
    [t("closingProposed"), signer(closingProposedById)],
    [t("closingReturned"), signer(closingReturnedById)],
    [t("closed"), signer(closedById)],
  ];

  return (
    <Sheet title={t("papers")}>
      <dl className="sheet-body grid grid-cols-[80px_minmax(0,1fr)] gap-x-3 gap-y-2 md:grid-cols-[112px_minmax(0,1fr)] md:gap-x-6">
        {lines
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div className="contents" key={term}>
              <dt className="muted">{term}</dt>
              <dd className="as-written">{value}</dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}

/** R27: the official title of papers; cohorts off the base count apart. */
async function titleOf({ number, course }: CohortRecord): Promise<string> {
  const [t, base] = await Promise.all([getTranslations("cohort.overview"), findBase()]);
  const { isOutside, year, run } = runOf(number);
  const title = { base: base?.name ?? "", year, number: run, courses: course.name };
  return t(isOutside ? "officialOutside" : "officialPattern", title);
}
