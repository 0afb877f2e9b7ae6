import { headers } from "next/headers";
import { Banner } from "@/components/ui/banner";
import { numberNote } from "@/lib/trainee/search/rules";
import { getTranslations } from "@/lib/wording/translations";

/** R95: a full number typed into the search of a list that has no persons found nothing; here it says where to look for it. */
export async function NumberNote({ path }: { path: string }) {
  const note = numberNote((await headers()).get("x-portal-path") ?? "/", path);
  if (!note) return null;

  const t = await getTranslations("common.number");
  return (
    <Banner kind="info">
      {t(note)}
      {note === "elsewhere" && <a href="/trainees">{t("toTrainees")}</a>}
    </Banner>
  );
}
