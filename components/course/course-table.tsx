import { cohortsHref } from "@/components/course/cohorts-href";
import { CourseBadge } from "@/components/course/course-badge";
import type { Query } from "@/components/ui/address";
import { Figure } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import { SortHeading } from "@/components/ui/sort-link";
import type { CourseRecord } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

type Props = { courses: CourseRecord[]; query: Query; sort: string; seesCohorts: boolean };

export async function CourseTable({ courses, query, sort, seesCohorts }: Props) {
  const t = await getTranslations("course");
  const heading = { path: "/courses", query, sort };

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <SortHeading {...heading} column="code">
            {t("columns.code")}
          </SortHeading>
          <SortHeading {...heading} column="name">
            {t("columns.name")}
          </SortHeading>
          <th scope="col">{t("columns.type")}</th>
          <th scope="col">{t("columns.occupation")}</th>
          <th scope="col">{t("columns.level")}</th>
          <SortHeading {...heading} column="periods" className="num">
            {t("columns.periods")}
          </SortHeading>
          <th scope="col" className="num">
            {t("columns.split")}
          </th>
          <SortHeading {...heading} column="cohorts" className="num">
            {t("columns.cohorts")}
          </SortHeading>
          <th scope="col" className="after-num">
            {t("columns.state")}
          </th>
        </tr>
      </thead>
      <tbody>
        {courses.map((course) => (
          <tr key={course.id}>
            <td className="nowrap">{course.code}</td>
            <th scope="row" className="card-name">
              <Link href={`/courses/${course.id}`}>{course.name}</Link>
            </th>
            <td className="nowrap card-below">{t(`types.${course.type}`)}</td>
            <td>{course.occupation}</td>
            <td className="nowrap">{course.level}</td>
            <td className="num card-below-side" data-label={t("columns.periods")}>
              {course.theoryPeriods + course.practicePeriods}
            </td>
            <td className="num">
              {course.theoryPeriods} / {course.practicePeriods}
            </td>
            <td className="num">
              <Figure href={cohortsHref(course.id, seesCohorts)} zero={course._count.cohorts === 0}>
                {course._count.cohorts}
              </Figure>
            </td>
            <td className="after-num card-side">
              <CourseBadge state={course.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
