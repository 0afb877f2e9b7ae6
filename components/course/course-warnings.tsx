import { Banner } from "@/components/ui/banner";
import { lacksPeriods, shortPart } from "@/lib/cohort/rules/opening";
import type { CourseRecord } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

/** R42, R43: said of the course already, so that nobody is surprised when a cohort is to be opened. */
export async function CourseWarnings({ course, sharePercent }: { course: CourseRecord; sharePercent: number }) {
  const t = await getTranslations("course.warnings");
  const { theoryPeriods, practicePeriods, minPeriods } = course;
  const short = shortPart(theoryPeriods, practicePeriods, sharePercent);
  const lacks = lacksPeriods(theoryPeriods + practicePeriods, minPeriods);
  if (!short && !lacks) return null;

  return (
    <Banner kind="warn" lead={t("lead")}>
      {lacks && <p>{t("minimum", { minimum: minPeriods })}</p>}
      {short && <p>{t(short, { percent: sharePercent })}</p>}
    </Banner>
  );
}
