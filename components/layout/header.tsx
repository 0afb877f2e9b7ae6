import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { AccountMenu } from "./account-menu";
import { PlaceLinks } from "./navigation";
import { listPlaces } from "./navigation-items";
import { SearchBox } from "./search-box";

/** The frame's upper edge: base, places, search, who is signed in, help. */
export async function Header({ actor, baseName }: { actor: Actor; baseName: string }) {
  const t = await getTranslations("nav");
  const places = listPlaces(actor.role).map(({ key, href, also }) => ({ href, also, label: t(`places.${key}`) }));

  return (
    <header className="header">
      <div className="header-row">
        <Link className="brand" href="/" prefetch={false}>
          {baseName}
        </Link>
        <nav className="nav" aria-label={t("main")}>
          <PlaceLinks places={places} />
        </nav>
        <SearchBox role={actor.role} />
        <div className="account">
          <AccountMenu actor={actor} behind={places.slice(4)} />
          <Link href="/help" prefetch={false}>
            {t("help")}
          </Link>
        </div>
      </div>
    </header>
  );
}
