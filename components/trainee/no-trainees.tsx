import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findTraineeChoices } from "@/lib/cohort/queries/choices";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; filter: TraineeFilter };

/** Nothing yet, or nothing found; a name nobody has leads on to its registration, and need not be typed again (job A2). */
export async function NoTrainees({ actor, filter }: Props) {
  const [t, common] = await Promise.all([getTranslations("trainee.list"), getTranslations("common")]);
  const inTheWay = await filtersOf(filter, actor);
  const mayCreate = may(actor.role, "trainee:create");
  const name = /^\P{N}+$/u.test(filter.q) ? filter.q : "";

  if (inTheWay.length === 0) {
    const first = mayCreate && <ButtonLink href="/trainees/new">{t("new")}</ButtonLink>;
    return <Empty lead={t("none.lead")} text={t(mayCreate ? "none.text" : "none.textReader")} action={first} />;
  }
  return (
    <Empty
      lead={t("nothing")}
      text={common("empty.filters", { filters: inTheWay.join(common("empty.between")) })}
      action={
        <>
          <ButtonLink href="/trainees">{common("empty.clear")}</ButtonLink>
          {mayCreate && (
            <ButtonLink href={name ? `/trainees/new?name=${encodeURIComponent(name)}` : "/trainees/new"}>
              {name ? t("newNamed", { name }) : t("new")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

async function filtersOf(
  { q, township, category, poor, trained, heldAt, cohort, state }: TraineeFilter,
  { today }: Actor,
): Promise<string[]> {
  const [t, list, words, { category: word, townships, cohorts }] = await Promise.all([
    getTranslations("trainee.list.filters"),
    getTranslations("trainee.list"),
    getTranslations("state.enrolment"),
    findTraineeChoices(today),
  ]);
  const place = townships.find(({ code }) => code === township)?.name ?? township ?? "";
  return [
    q && t("q", { q }),
    township && t("township", { name: place }),
    category && t("category", { name: word(category) }),
    poor && t("poor", { poor }),
    trained && t("trained", { year: String(trained) }),
    heldAt && t("heldAt", { heldAt }),
    cohort && t("cohort", { name: cohorts.find(({ id }) => id === cohort)?.number ?? "" }),
    state && t("state", { name: state === "NONE" ? list("nowhere") : words(state) }),
  ].filter((words): words is string => Boolean(words));
}
