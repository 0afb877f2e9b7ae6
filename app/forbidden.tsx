import { Notice } from "@/components/layout/notice";
import { getTranslations } from "@/lib/wording/translations";

export default async function Forbidden() {
  const t = await getTranslations("common.page.forbidden");
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
