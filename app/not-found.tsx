import { Missing } from "@/components/layout/missing";
import { findSignedIn } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("common.page.notFound");
  return { title: t("title") };
}

/** For an address outside the portal's pages: no navigation, but whose house it is and the way back. */
export default async function NotFound() {
  // It is made beside every page, in case its address is none: of somebody signed in the base is known.
  const base = (await findSignedIn())?.base ?? (await findBase());
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
