import { notFound } from "next/navigation";
import { z } from "zod";
import { RecordForm } from "@/components/fund/record/record-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireProposer } from "@/lib/auth/actor";
import { findRecord } from "@/lib/fund/queries/decisions";
import { kindAt } from "@/lib/fund/rules/ledger";
import { getTranslations } from "@/lib/wording/translations";

/** What the address presets: a project, a year, or a record to be written anew. */
const preset = z.object({
  project: z.uuid().optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  like: z.uuid().optional().catch(undefined),
});

export async function generateMetadata({ params }: PageProps<"/fund/[ledger]/new">) {
  const [t, kind] = await Promise.all([getTranslations("money"), params.then(({ ledger }) => kindAt(ledger))]);
  return { title: kind && t(`new.${kind}`) };
}

export default async function NewRecordPage({ params, searchParams }: PageProps<"/fund/[ledger]/new">) {
  const actor = await requireProposer("money:record");
  const [t, { ledger }, { project, year, like }] = await Promise.all([
    getTranslations("money"),
    params,
    searchParams.then((query) => preset.parse(query)),
  ]);
  const kind = kindAt(ledger);
  if (!kind) notFound();

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/${ledger}`} list={t(`lists.${kind}`)} here={t(`new.${kind}`)} />
      <Title title={t(`new.${kind}`)} />
      <RecordForm
        defaults={{
          kind,
          projectId: project,
          year,
          like: like ? await findRecord(kind, like) : null,
          today: actor.today,
        }}
      />
    </main>
  );
}
