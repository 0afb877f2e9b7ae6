import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { CapacityTable } from "@/components/setting/capacity-table";
import { OpenChanges } from "@/components/setting/open-changes";
import { SettingTable } from "@/components/setting/setting-table";
import { requireActor } from "@/lib/auth/actor";
import { listCapacities, listChanges, listSettings } from "@/lib/setting/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("setting");
  return { title: t("title") };
}

export default async function ParametersPage() {
  const actor = await requireActor("setting:view");
  const [settings, years, open, t, index] = await Promise.all([
    listSettings(actor.today),
    listCapacities(actor.today),
    listChanges({ open: true }),
    getTranslations("setting"),
    getTranslations("admin"),
  ]);
  const of = (domain: "TRAINING" | "MONEY" | null) => settings.filter((setting) => setting.domain === domain);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <DoneBanner />
      <Title title={t("title")} note={t(open.length > 0 ? "note" : "noteQuiet", { today: actor.today })} />
      <OpenChanges actor={actor} changes={open} />
      <Sheet
        title={t("capacity.title")}
        note={t("capacity.note")}
        end={<a href="/admin/parameters/year_capacity">{t("capacity.more")}</a>}
      >
        <CapacityTable years={years} />
      </Sheet>
      <Sheet title={t("domains.TRAINING")} note={t("domainNotes.TRAINING")}>
        <SettingTable settings={of("TRAINING")} caption={t("domains.TRAINING")} today={actor.today} />
      </Sheet>
      <Sheet title={t("domains.MONEY")} note={t("domainNotes.MONEY")}>
        <SettingTable settings={of("MONEY")} caption={t("domains.MONEY")} today={actor.today} />
      </Sheet>
      {of(null).length > 0 && (
        <Sheet title={t("domains.FIXED")} note={t("domainNotes.FIXED")}>
          <SettingTable settings={of(null)} caption={t("domains.FIXED")} today={actor.today} />
        </Sheet>
      )}
    </main>
  );
}
