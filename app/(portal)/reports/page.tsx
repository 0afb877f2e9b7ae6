import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("report.home"))("title") };
}

/** Every report there is, one click away; what a role may not take is not offered. */
export default async function ReportsPage() {
  const { role, today } = await requireActor("report:view");
  const t = await getTranslations("report.home");
  const year = yearOf(today);
  const links = [
    { name: "year", href: `/reports/completions?year=${year}`, open: true },
    { name: "cohort", href: "/cohorts?state=CLOSED", open: may(role, "cohort:view") },
    { name: "roster", href: "/cohorts", open: may(role, "cohort:view") },
    { name: "use", href: "/schedule/use", open: may(role, "schedule:view") },
    { name: "fund", href: "/fund/projects", open: may(role, "fund:export") },
  ] as const;

  return (
    <main className="main" id="main">
      <Title title={t("title")} note={t("note")} />
      <Sheet title={t("all")}>
        <dl className="sheet-body grid gap-x-10 gap-y-5 md:grid-cols-2">
          {links
            .filter(({ open }) => open)
            .map(({ name, href }) => (
              <div key={name}>
                <dt>
                  <a href={href}>{t(`${name}.title`, { year })}</a>
                </dt>
                <dd className="muted">{t(`${name}.text`)}</dd>
              </div>
            ))}
        </dl>
      </Sheet>
    </main>
  );
}
