import { findSearch } from "@/components/layout/navigation-items";
import { SearchForm } from "@/components/search/search-form";
import { getTranslations } from "@/lib/wording/translations";
import type { Role } from "@/prisma/generated/enums";

/** The one search of the header; `/` leads to it. */
export async function SearchBox({ role }: { role: Role }) {
  const t = await getTranslations("nav");
  const search = findSearch(role);
  if (!search) return null;

  return (
    <>
      <search className="header-search">
        <SearchForm path={search.path}>
          <input
            type="search"
            name="q"
            aria-label={t("search")}
            placeholder={t(search.placeholder)}
            autoComplete="off"
            data-key="/"
          />
          <kbd>/</kbd>
        </SearchForm>
      </search>
      <a className="search-link" href={search.path}>
        {t("search")}
      </a>
    </>
  );
}
