import { notFound } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ImportedLines } from "@/components/roster-import/imported-lines";
import { UndoSheet } from "@/components/roster-import/undo-sheet";
import { requireActor } from "@/lib/auth/actor";
import { id } from "@/lib/command/fields";
import { findImport } from "@/lib/roster-import/queries/imports";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("rosterImport.done");
  return { title: t("title") };
}

export default async function ImportedPage({ params }: PageProps<"/trainees/import/[importId]">) {
  await requireActor("trainee:import");
  const importId = id.safeParse((await params).importId);
  const found = importId.success ? await findImport(importId.data) : null;
  if (!found) notFound();

  const t = await getTranslations("rosterImport");
  const { importedAt, importedBy, registered, changed, enrolled, cohort } = found;
  return (
    <main className="main" id="main">
      <Crumb href="/trainees/import" list={t("title")} here={t("done.title")} />
      <Title
        title={t("done.title")}
        note={t("done.note", {
          at: minuteOfInstant(importedAt),
          by: importedBy ?? "",
          registered,
          changed,
          enrolled,
          cohort: cohort ?? "",
        })}
      />
      <DoneBanner />
      <UndoSheet found={found} />
      <ImportedLines lines={found.lines} />
    </main>
  );
}
