import { Missing } from "@/components/layout/missing";
import { findBase } from "@/lib/base/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("common.page.notFound");
  return { title: t("title") };
}

/** For an address outside the portal's pages: no navigation, but whose house it is and the way back. */
export default async function NotFound() {
  const base = await findBase();
  return (
    <>
      <header className="header">
        <div className="header-row">
          <a className="brand" href="/">
            {base?.shortName}
          </a>
        </div>
      </header>
      <Missing />
    </>
  );
}
