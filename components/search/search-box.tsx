import { OneBox } from "@/components/search/one-box";
import { listGroups } from "@/lib/search/queries/find";
import { getTranslations } from "@/lib/wording/translations";
import type { Role } from "@/prisma/generated/enums";
import { boxWords } from "./box-words";

/** The one search of the header; `/` leads to it. */
export async function SearchBox({ role }: { role: Role }) {
  const t = await getTranslations("search");
  const groups = listGroups(role);
  if (groups.length === 0) return null;

  return (
    <>
      <search className="header-search">
        <OneBox {...(await boxWords(groups))} shortcut="/">
          <kbd>/</kbd>
        </OneBox>
      </search>
      <a className="search-link" href="/search">
        {t("title")}
      </a>
    </>
  );
}
