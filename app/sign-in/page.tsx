import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { LanguageSwitch } from "@/components/account/language-switch";
import { SignInForm } from "@/components/account/sign-in-form";
import { Footer } from "@/components/base/footer";
import { OnceByAddress } from "@/components/command/once-by-address";
import { DemoBand } from "@/components/layout/demo-band";
import { localPath } from "@/lib/account/sign-in/rules";
import { findActor } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { from, after } = await searchParams;
  const wanted = localPath(typeof from === "string" ? from : undefined);
  const [actor, base, locale, t, done] = await Promise.all([
    findActor(),
    findBase(),
    getLocale(),
    getTranslations("signIn"),
    getTranslations("done"),
  ]);
  if (actor) redirect(wanted);

  return (
    <>
      {base?.isDemo && <DemoBand />}
      <main className="frameless" id="main">
        <p className="brand">{base?.name ?? t("base")}</p>
        {after === "account.signOut" || after === "account.setPassword" ? (
          <OnceByAddress name="after">
            <p className="banner ok" role="status">
              {done(after)}
            </p>
          </OnceByAddress>
        ) : (
          wanted !== "/" && <p className="banner info">{t("signedOut")}</p>
        )}
        <section className="sheet">
          <div className="sheet-head">
            <h1>{t("title")}</h1>
          </div>
          <div className="sheet-body">
            <SignInForm from={wanted} />
          </div>
        </section>
        <LanguageSwitch locale={locale} />
        <p className="small muted">{t("privacy")}</p>
      </main>
      <Footer base={base} />
    </>
  );
}
