import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Figures } from "@/components/today/figures";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findTrainingYear } from "@/lib/cohort/queries/year";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("help");
  return { title: t("title") };
}

/** Short help: the errands of the reader's own post, how the figures are counted, and what to do when something is in the way. */
export default async function HelpPage() {
  const { role, today } = await requireActor("own:preferences");
  const [t, roleWord, year] = await Promise.all([
    getTranslations("help"),
    getTranslations("nav.roles"),
    findTrainingYear(yearOf(today)),
  ]);
  const errands: Topic[] = t.raw(`roles.${role}`);
  const questions: Topic[] = t.raw("questions");

  return (
    <main className="main" id="main">
      <Title title={t("title")} note={t("note", { role: roleWord(role) })} />
      <Sheet title={t("errands")}>
        <Topics topics={errands} />
      </Sheet>
      {may(role, "dashboard:base") && <Figures year={year} />}
      <Sheet title={t("questionsTitle")}>
        <Topics topics={questions} />
      </Sheet>
    </main>
  );
}

type Topic = { title: string; text: string };

function Topics({ topics }: { topics: Topic[] }) {
  return (
    <div className="sheet-body grid gap-x-10 gap-y-4 min-[1180px]:grid-cols-2">
      {topics.map(({ title, text }) => (
        <div key={title} className="prose">
          <h3>{title}</h3>
          <p>{text}</p>
        </div>
      ))}
    </div>
  );
}
