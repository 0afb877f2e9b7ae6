import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";

export async function generateMetadata() {
  const t = await getTranslations("common.page.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("common.page.notFound");
  return (
    <Notice
      title={t("title")}
      text={t("text")}
      actions={
        <a className="button main-act" href="/">
          {t("back")}
        </a>
      }
    />
  );
}
