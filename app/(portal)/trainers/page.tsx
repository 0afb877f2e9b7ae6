import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { RegisterFilters } from "@/components/qualification/register-filters";
import { RegisterPapers } from "@/components/qualification/register-papers";
import { TrainerTable } from "@/components/trainer/trainer-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty, NothingFound } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listRegister } from "@/lib/qualification/queries/register";
import { registerQuery } from "@/lib/qualification/schema";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson.trainer");
  return { title: t("title") };
}

export default async function TrainersPage({ searchParams }: PageProps<"/trainers">) {
  const actor = await requireActor("schedule:view");
  const query = registerQuery.parse(await searchParams);
  const [t, list, can, trainers, leaves] = await Promise.all([
    getTranslations("lesson.trainer"),
    getTranslations("lesson"),
    getTranslations("qualification"),
    listRegister(actor.today, query),
    listLeaves({ from: actor.today, to: actor.today }),
  ]);
  const atWork = trainers.filter(({ leftOn }) => leftOn === null || leftOn > actor.today);
  const used = [query.skill, query.certificate && can(`filter.${query.certificate}`)].flatMap((one) => one || []);

  return (
    <main className="main" id="main">
      <Crumb href="/schedule" list={list("title")} here={t("title")} />
      <Title
        title={t("title")}
        note={t("note", { count: atWork.length, year: String(yearOf(actor.today)), today: actor.today })}
        actions={
          <>
            <RegisterPapers actor={actor} query={query} count={trainers.length} />
            {may(actor.role, "trainer:edit") && (
              <ButtonLink main href="/trainers/new" shortcut="n">
                {t("new")}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="sheet">
        <RegisterFilters {...query} />
        {trainers.length > 0 && <TrainerTable trainers={trainers} leaves={leaves} today={actor.today} />}
        {trainers.length === 0 && used.length > 0 && (
          <NothingFound lead={can("nothing")} filters={used} clear="/trainers" />
        )}
        {trainers.length === 0 && used.length === 0 && <Empty lead={t("empty")} />}
      </div>
    </main>
  );
}
