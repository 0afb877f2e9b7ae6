import { Notice } from "@/components/layout/notice";
import { getTranslations } from "@/lib/wording/translations";

/** There is no such page, or not for this person: the two answer alike. */
export async function Missing() {
  const t = await getTranslations("common.page.notFound");
  return (
    <Notice
      title={t("title")}
      text={t("text")}
      actions={
        <a className="button primary" href="/">
          {t("back")}
        </a>
      }
    />
  );
}
