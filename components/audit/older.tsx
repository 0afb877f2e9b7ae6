import { type Query, withQuery } from "@/components/ui/address";
import { getTranslations } from "@/lib/wording/translations";

/** On through a list that only grows: older entries, and back to the newest. */
export async function Older({
  path,
  query,
  older,
}: {
  path: string;
  query: Query;
  older: bigint | string | undefined;
}) {
  const t = await getTranslations("audit");
  if (!older && !query.before) return null;
  return (
    <nav className="pages" aria-label={t("pages")}>
      <ul>
        {query.before && (
          <li>
            <a href={withQuery(path, query, { before: undefined })}>{t("newest")}</a>
          </li>
        )}
        {older && (
          <li>
            <a href={withQuery(path, query, { before: String(older) })} rel="next">
              {t("older")}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
