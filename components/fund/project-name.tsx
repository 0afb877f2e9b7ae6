import { getTranslations } from "next-intl/server";

type Props = { project: { id: string; name: string; isIllustrative?: boolean } };

/** Leads to the project's own page; 示意 stands beside what was invented to balance. */
export async function ProjectName({ project: { id, name, isIllustrative } }: Props) {
  const t = await getTranslations("fund");
  return (
    <>
      <a href={`/fund/projects/${id}`}>{name}</a>
      {isIllustrative && <span className="muted">{t("illustrative")}</span>}
    </>
  );
}
