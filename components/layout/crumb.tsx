import { Link } from "@/components/ui/link";
import { getTranslations } from "@/lib/wording/translations";

/** Only inside records: the list it belongs to, then itself. */
export async function Crumb({ href, list, here }: { href: string; list: string; here: string }) {
  const t = await getTranslations("common");
  return (
    <nav className="crumb" aria-label={t("crumb")}>
      <Link href={href}>{list}</Link>
      {" / "}
      {here}
    </nav>
  );
}
