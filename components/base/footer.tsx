import { getTranslations } from "@/lib/wording/translations";
import { version } from "@/package.json";

type Base = { organiser: string; operator: string; filingNo: string | null };

export async function Footer({ base }: { base: Base | null }) {
  const t = await getTranslations("nav");
  return (
    <footer className="footer">
      {base?.organiser && <span>{t("organiser", { name: base.organiser })}</span>}
      {base?.operator && <span>{t("operator", { name: base.operator })}</span>}
      {base?.filingNo && (
        <a href="https://beian.miit.gov.cn/" rel="noreferrer">
          {base.filingNo}
        </a>
      )}
      <span>{t("version", { version })}</span>
    </footer>
  );
}
