import { notFound } from "next/navigation";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { CapacityTable } from "@/components/setting/capacity-table";
import { ChangeTable } from "@/components/setting/change-table";
import { OpenChanges } from "@/components/setting/open-changes";
import { ProposeForm } from "@/components/setting/propose-form";
import { ValueTable } from "@/components/setting/value-table";
import { settingWords } from "@/components/setting/words";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { findSetting, listCapacities, listChanges } from "@/lib/setting/queries";
import { settingKey } from "@/lib/setting/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("setting");
  return { title: t("title") };
}

/** One figure: every value it had, has and will have, who proposed and who signed. */
export default async function ParameterPage({ params }: PageProps<"/admin/parameters/[key]">) {
  const actor = await requireActor("setting:view");
  const key = settingKey.safeParse((await params).key);
  const setting = key.success ? await findSetting(key.data) : null;
  if (!setting) notFound();

  const ofYear = setting.kind?.domain === "CAPACITY";
  const [changes, years, t, words] = await Promise.all([
    listChanges({ key: setting.key }),
    ofYear ? listCapacities(actor.today) : [],
    getTranslations("setting"),
    settingWords(),
  ]);
  const open = changes.filter(({ state }) => state === "PROPOSED");
  const maySetting = mayPropose(actor.role, ofYear ? "yearCapacity:change" : "setting:change");

  return (
    <main className="main" id="main">
      <Crumb href="/admin/parameters" list={t("title")} here={words.name(setting.key)} />
      <Title
        title={words.name(setting.key)}
        note={setting.kind ? t(`domainNotes.${setting.kind.domain}`) : t("domainNotes.FIXED")}
      />
      {open.length > 0 && <OpenChanges actor={actor} changes={open} />}
      <Sheet title={t(ofYear ? "capacity.title" : "values")}>
        {ofYear ? (
          <CapacityTable years={years} />
        ) : (
          <ValueTable
            values={setting.values}
            settingKey={setting.key}
            unit={setting.kind?.unit ?? null}
            today={actor.today}
          />
        )}
      </Sheet>
      <Sheet title={t("changesCount", { count: changes.length })} note={t("changesNote")}>
        {changes.length === 0 ? <Empty lead={t("noChanges")} /> : <ChangeTable changes={changes} />}
      </Sheet>
      {setting.kind && maySetting && (
        <ProposeForm
          settingKey={setting.key}
          unit={setting.kind.unit}
          value={setting.values.find(({ validFrom }) => validFrom <= actor.today)?.value}
          least={setting.kind.least}
          most={setting.kind.most}
          today={actor.today}
          {...(ofYear && { years: years.map(({ year }) => year) })}
        />
      )}
    </main>
  );
}
