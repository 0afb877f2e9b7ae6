import { getTranslations } from "@/lib/wording/translations";
import { type Query, withQuery } from "./address";

const sizes = [20, 50, 100];

type Props = { path: string; query: Query; page: number; size: number; total: number };

/** Where in a long list, and the pages around; sizes 20, 50 and 100 (U01). */
export async function Pagination({ path, query, page, size, total }: Props) {
  const t = await getTranslations("common.pages");
  const last = Math.max(1, Math.ceil(total / size));
  if (total <= Math.min(...sizes)) return null;

  const to = (number: number) => withQuery(path, query, { page: number > 1 ? number : undefined });
  return (
    <nav className="pages" aria-label={t("label")}>
      <p>{t("range", { from: (page - 1) * size + 1, to: Math.min(page * size, total), total })}</p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <a href={to(page - 1)} rel="prev">
                {t("previous")}
              </a>
            </li>
          )}
          {listPages(page, last).map((number, index) => (
            <li key={number ?? `gap-${index}`}>
              {number === null ? (
                <span aria-hidden="true">…</span>
              ) : (
                <a
                  href={to(number)}
                  aria-label={t("page", { page: number })}
                  aria-current={number === page ? "page" : undefined}
                >
                  {number}
                </a>
              )}
            </li>
          ))}
          {page < last && (
            <li>
              <a href={to(page + 1)} rel="next">
                {t("next")}
              </a>
            </li>
          )}
        </ul>
      )}
      <ul className="sizes">
        <li>{t("size")}</li>
        {sizes.map((one) => (
          <li key={one}>
            <a
              href={withQuery(path, query, { size: one, page: undefined })}
              aria-label={t("sizeLabel", { size: one })}
              aria-current={one === size ? "true" : undefined}
            >
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** First, last and two on either side of the current page; null where some are left out. */
export function listPages(page: number, last: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((number, index) =>
    index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [null, number] : [number],
  );
}
