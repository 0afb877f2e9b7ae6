import type { ReactNode } from "react";
import { AccountMenu } from "@/components/account/account-menu";
import { Footer } from "@/components/base/footer";
import { BottomBar } from "@/components/layout/bottom-bar";
import { DemoBand } from "@/components/layout/demo-band";
import { Header } from "@/components/layout/header";
import { Loading } from "@/components/layout/loading";
import { listPlaces } from "@/components/layout/navigation-items";
import { Offline } from "@/components/layout/offline";
import { SignInEnd } from "@/components/layout/sign-in-end";
import { SearchBox } from "@/components/search/search-box";
import { Keys } from "@/components/ui/keys";
import { findSignedIn } from "@/lib/auth/actor";
import { idleMinutes } from "@/lib/auth/options";
import { getTranslations } from "@/lib/wording/translations";

/** The frame. Who may see a page is asked in the page, never here. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [found, t] = await Promise.all([findSignedIn(), getTranslations("nav")]);
  if (!found) return children;

  const { actor, base } = found;
  const all = listPlaces(actor.role);
  const places = all.map(({ key, href, also }) => ({ href, also, label: t(`places.${key}`) }));
  const underThumb = all.slice(0, 4).map(({ key, href, also }) => ({ href, also, label: t(`short.${key}`) }));

  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {actor.isDemo && <DemoBand />}
      <Header
        baseName={base.shortName}
        places={places}
        search={<SearchBox role={actor.role} />}
        account={<AccountMenu actor={actor} behind={places.slice(4)} />}
      />
      {children}
      <Footer base={base} />
      <BottomBar places={underThumb} label={t("main")} />
      <Keys letters={actor.preferences.shortcuts} />
      <Loading />
      <Offline />
      <SignInEnd idleSeconds={idleMinutes * 60} />
    </>
  );
}
