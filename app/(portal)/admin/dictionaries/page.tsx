import { AddCode } from "@/components/code/add-code";
import { CodeTable } from "@/components/code/code-table";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listCodeItems } from "@/lib/code/queries/items";
import { codeKind, codeKinds } from "@/lib/code/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("dictionary");
  return { title: t("title") };
}

export default async function DictionariesPage({ searchParams }: PageProps<"/admin/dictionaries">) {
  const actor = await requireActor("code:view");
  const { kind: asked } = await searchParams;
  const kind = codeKind.catch("ETHNICITY").parse(asked);
  const [items, t, index] = await Promise.all([
    listCodeItems(kind),
    getTranslations("dictionary"),
    getTranslations("admin"),
  ]);
  const to = (one: string) => `/admin/dictionaries?kind=${one}`;

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <DoneBanner />
      <Title title={t("title")} note={t("note")} />
      <Tabs
        label={t("title")}
        tabs={codeKinds.map((one) => ({ href: to(one), label: t(`kinds.${one}`) }))}
        current={to(kind)}
      />
      <Sheet title={t("count", { kind: t(`kinds.${kind}`), total: items.length })} note={t(`sources.${kind}`)}>
        <CodeTable kind={kind} items={items} today={actor.today} mayEdit={may(actor.role, "code:edit")} />
      </Sheet>
      {may(actor.role, "code:edit") && <AddCode kind={kind} items={items} today={actor.today} />}
    </main>
  );
}
