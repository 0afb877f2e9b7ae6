import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { TrainerTable } from "@/components/trainer/trainer-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listTrainers } from "@/lib/trainer/queries";
import { listLeaves } from "@/lib/trainer-leave/queries";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson.trainer");
  return { title: t("title") };
}

export default async function TrainersPage() {
  const actor = await requireActor("schedule:view");
  const [t, list, trainers, leaves] = await Promise.all([
    getTranslations("lesson.trainer"),
    getTranslations("lesson"),
    listTrainers(actor.today),
    listLeaves({ from: actor.today, to: actor.today }),
  ]);
  const atWork = trainers.filter(({ leftOn }) => leftOn === null || leftOn > actor.today);
  const add = may(actor.role, "trainer:edit") && (
    <ButtonLink main href="/trainers/new" shortcut="n">
      {t("new")}
    </ButtonLink>
  );

  return (
    <main className="main" id="main">
      <Crumb href="/schedule" list={list("title")} here={t("title")} />
      <Title
        title={t("title")}
        note={t("note", { count: atWork.length, year: String(yearOf(actor.today)), today: actor.today })}
        actions={add}
      />
      <div className="sheet">
        {trainers.length === 0 ? (
          <Empty lead={t("empty")} />
        ) : (
          <TrainerTable trainers={trainers} leaves={leaves} today={actor.today} />
        )}
      </div>
    </main>
  );
}
