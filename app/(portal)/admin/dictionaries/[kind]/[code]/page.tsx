import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { CodeBadge } from "@/components/code/code-badge";
import { CodeForms } from "@/components/code/code-forms";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listCodeItems } from "@/lib/code/queries/items";
import { codeKind, codeName } from "@/lib/code/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("dictionary");
  return { title: t("title") };
}

export default async function CodePage({ params }: PageProps<"/admin/dictionaries/[kind]/[code]">) {
  const actor = await requireActor("code:view");
  const asked = await params;
  const [kind, code] = [codeKind.safeParse(asked.kind), codeName.safeParse(asked.code)];
  const item =
    kind.success && code.success ? (await listCodeItems(kind.data)).find((one) => one.code === code.data) : undefined;
  if (!kind.success || !item) notFound();

  const [entries, t] = await Promise.all([listHistory([`${kind.data}:${item.code}`]), getTranslations("dictionary")]);
  return (
    <main className="main" id="main">
      <Crumb href={`/admin/dictionaries?kind=${kind.data}`} list={t(`kinds.${kind.data}`)} here={item.zh} />
      <Title
        title={item.zh}
        badge={<CodeBadge item={item} today={actor.today} />}
        note={t("noteLine", { code: item.code, en: item.en })}
      />
      {may(actor.role, "code:edit") && <CodeForms kind={kind.data} item={item} today={actor.today} />}
      <Sheet title={t("history", { count: entries.length })}>
        <HistoryTable entries={entries} />
      </Sheet>
    </main>
  );
}
