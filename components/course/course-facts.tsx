import type { ReactNode } from "react";
import { cohortsHref } from "@/components/course/cohorts-href";
import { Facts } from "@/components/ui/facts";
import { Figure } from "@/components/ui/figure";
import { codeWords } from "@/lib/code/queries/words";
import { examParts } from "@/lib/completion/rules";
import type { CourseRecord } from "@/lib/course/queries";
import { printedOccupation } from "@/lib/course/rules";
import { getTranslations } from "@/lib/wording/translations";

/** What a course is, in one line. */
export async function CourseFacts({ course, seesCohorts }: { course: CourseRecord; seesCohorts: boolean }) {
  const [t, kindOf, pieceOf] = await Promise.all([
    getTranslations("course"),
    codeWords("CLASSROOM_KIND"),
    codeWords("EQUIPMENT"),
  ]);
  const { id, theoryPeriods: theory, practicePeriods: practice, _count } = course;
  const cohorts = (text: ReactNode) => (
    <Figure href={cohortsHref(id, seesCohorts)} zero={_count.cohorts === 0}>
      {text}
    </Figure>
  );

  return (
    <div className="sheet">
      <div className="sheet-body flat">
        <Facts
          facts={[
            { term: t("facts.type"), value: t(`types.${course.type}`) },
            {
              term: t("facts.occupation"),
              value: [course.occupation, course.occupationCode].filter(Boolean).join(" ") || t("facts.none"),
            },
            { term: t("facts.level"), value: course.level ?? t("facts.none") },
            ...(course.covered.length > 0
              ? [{ term: t("facts.covered"), value: course.covered.map(printedOccupation).join(t("facts.between")) }]
              : []),
            { term: t("facts.periods"), value: t("facts.periodsOf", { total: theory + practice, theory, practice }) },
            {
              term: t("facts.exam"),
              value: examParts(course)
                .map((part) => t(`exam.${part}`))
                .join(t("exam.between")),
            },
            { term: t("facts.minimum"), value: course.minPeriods || t("facts.none") },
            {
              term: t("facts.practiceKinds"),
              value: course.practiceKinds.map(kindOf).join(t("facts.or")) || t("facts.any"),
            },
            {
              term: t("facts.practiceEquipment"),
              value: course.practiceEquipment.map(pieceOf).join(t("facts.and")) || t("facts.any"),
            },
            { term: t("facts.cohorts"), value: t.rich("facts.cohortsOf", { count: _count.cohorts, link: cohorts }) },
          ]}
        />
      </div>
    </div>
  );
}
