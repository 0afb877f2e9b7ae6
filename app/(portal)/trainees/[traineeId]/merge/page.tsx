import { notFound } from "next/navigation";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { MergeDecision } from "@/components/trainee/merge/merge-decision";
import { MergeOutlook } from "@/components/trainee/merge/merge-outlook";
import { MergePair } from "@/components/trainee/merge/merge-pair";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { findOpenMerge } from "@/lib/trainee/queries/merge";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.merge");
  return { title: t("title") };
}

export default async function MergePage({ params, searchParams }: PageProps<"/trainees/[traineeId]/merge">) {
  const actor = await requireActor("trainee:merge");
  const [one, other] = [traineeId.safeParse((await params).traineeId), traineeId.safeParse((await searchParams).with)];
  if (!one.success) notFound();
  if (!other.success || one.data === other.data) return (await findTrainee(one.data)) ? <Choose /> : notFound();

  // Which row is kept is told by the address until it is proposed, from then on by the wish.
  const wish = await findOpenMerge(one.data, other.data);
  const [kept, merged] = await Promise.all([
    findTrainee(wish?.keptId ?? one.data),
    findTrainee(wish?.mergedId ?? other.data),
  ]);
  if (!kept || !merged) notFound();

  const [t, list] = await Promise.all([getTranslations("trainee.merge"), getTranslations("trainee.list")]);
  return (
    <main className="main" id="main">
      <Crumb href="/trainees" list={list("title")} here={t("title")} />
      <Title title={t("title")} note={t("note")} />
      <MergePair kept={kept} merged={merged} />
      <MergeOutlook kept={kept} merged={merged} />
      <MergeDecision kept={kept} merged={merged} actor={actor} wish={wish} />
    </main>
  );
}

/** Where the address names no second record: they are chosen from the table of likely doubles. */
async function Choose() {
  const [t, list] = await Promise.all([getTranslations("trainee.merge"), getTranslations("trainee.list")]);
  return (
    <main className="main" id="main">
      <Crumb href="/trainees" list={list("title")} here={t("title")} />
      <Title title={t("title")} note={t("note")} />
      <section className="sheet" aria-label={t("title")}>
        <Empty
          lead={t("choose")}
          text={t("chooseText")}
          action={<ButtonLink href="/trainees/doubles">{list("doubles")}</ButtonLink>}
        />
      </section>
    </main>
  );
}
