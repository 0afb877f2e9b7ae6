import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { getTranslations } from "@/lib/wording/translations";
import { type PlaceLink, PlaceLinks } from "./navigation";

type Props = { baseName: string; places: PlaceLink[]; search: ReactNode; account: ReactNode };

/** The frame's upper edge: base, places, search, who is signed in, help. */
export async function Header({ baseName, places, search, account }: Props) {
  const t = await getTranslations("nav");
  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href="/">
          {baseName}
        </Link>
        <nav className="nav" aria-label={t("main")}>
          <PlaceLinks places={places} />
        </nav>
        {search}
        <div className="account">
          {account}
          <Link href="/help">{t("help")}</Link>
        </div>
      </div>
    </header>
  );
}
