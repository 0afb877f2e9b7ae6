import { DoneBanner } from "@/components/command/done-banner";
import { CourseTable } from "@/components/course/course-table";
import { Title } from "@/components/layout/title";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty, NothingFound } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listCourses } from "@/lib/course/queries";
import { courseListQuery } from "@/lib/course/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("course"))("title") };
}

export default async function CoursesPage({ searchParams }: PageProps<"/courses">) {
  const actor = await requireActor("course:view");
  const address = await searchParams;
  const query = courseListQuery.parse(address);
  const [t, state, { total, courses }] = await Promise.all([
    getTranslations("course"),
    getTranslations("state.course"),
    listCourses(query),
  ]);
  const mayEdit = may(actor.role, "course:edit");
  const used = [query.q, query.type && t(`types.${query.type}`), query.state && state(query.state)].flatMap(
    (one) => one || [],
  );

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Title
        title={t("total", { total })}
        actions={
          mayEdit && (
            <ButtonLink main href="/courses/new" shortcut="n">
              {t("new")}
            </ButtonLink>
          )
        }
      />
      <div className="sheet">
        <FilterRow path="/courses" inUse={used.length > 0} keep={{ sort: query.sort, size: String(query.size) }}>
          <FilterText name="q" label={t("filter.q")} value={query.q} placeholder={t("filter.qHint")} />
          <FilterSelect
            name="type"
            label={t("filter.type")}
            value={query.type}
            options={(["SKILL", "ENTREPRENEURSHIP"] as const).map((value) => ({ value, label: t(`types.${value}`) }))}
          />
          <FilterSelect
            name="state"
            label={t("filter.state")}
            value={query.state}
            options={(["DRAFT", "OPEN", "ARCHIVED"] as const).map((value) => ({ value, label: state(value) }))}
          />
        </FilterRow>
        {courses.length > 0 && (
          <CourseTable
            courses={courses}
            query={address}
            sort={query.sort}
            seesCohorts={may(actor.role, "cohort:view")}
          />
        )}
        {courses.length === 0 && used.length > 0 && (
          <NothingFound lead={t("empty.found")} filters={used} clear="/courses" />
        )}
        {courses.length === 0 && used.length === 0 && <Empty lead={t("empty.lead")} text={t("empty.text")} />}
        <Pagination path="/courses" query={address} page={query.page} size={query.size} total={total} />
      </div>
    </main>
  );
}
