import { CheckTable } from "@/components/admin/check-table";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Banner } from "@/components/ui/banner";
import { requireActor } from "@/lib/auth/actor";
import { listChecks } from "@/lib/check/queries";
import { log } from "@/lib/log";
import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("checks");
  return { title: t("title") };
}

export default async function ChecksPage() {
  await requireActor("checks:view");
  const [t, checks] = await Promise.all([getTranslations("checks"), listChecks()]);
  const now = new Date();
  const wrong = checks.filter(({ total }) => total > 0);
  if (wrong.length > 0) log.error({ event: "check.failed", checks: wrong.map(({ name, total }) => ({ name, total })) });

  return (
    <main className="main" id="main">
      <Title
        title={t("title")}
        note={t("at", { day: dayOfInstant(now), time: clockOfInstant(now) })}
        actions={
          <a className="button primary" href="/admin/checks">
            {t("again")}
          </a>
        }
      />
      <Banner kind={wrong.length === 0 ? "ok" : "warn"}>
        {wrong.length === 0 ? t("healthy", { count: checks.length }) : t("unhealthy", { count: wrong.length })}
      </Banner>
      <Sheet title={t("sheet")} note={t("note")}>
        <CheckTable checks={checks} />
      </Sheet>
    </main>
  );
}
