import { getLocale } from "next-intl/server";
import { LanguageSwitch } from "@/components/account/language-switch";
import { NewPasswordFields } from "@/components/account/new-password-fields";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { setUpAccount } from "@/lib/account/actions";
import { findSetUp } from "@/lib/account/queries";
import { findBase } from "@/lib/base/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("account.setUp");
  return { title: t("title") };
}

/** The one-time link: whoever holds it sets the password of its account, once (R100). */
export default async function SetUpPage({ params }: PageProps<"/set-up/[token]">) {
  const { token } = await params;
  const [account, base, locale, t] = await Promise.all([
    findSetUp(token),
    findBase(),
    getLocale(),
    getTranslations("account.setUp"),
  ]);

  return (
    <main className="frameless" id="main">
      <p className="brand">{base?.name}</p>
      <section className="sheet">
        <div className="sheet-head">
          <h1>{account ? t("title") : t("overTitle")}</h1>
        </div>
        <div className="sheet-body">
          {account ? (
            <Form action={setUpAccount} id="set-up" aria-label={t("title")}>
              <p className="field">{t("account", { username: account.username, name: account.name })}</p>
              <input type="hidden" name="token" value={token} />
              <NewPasswordFields />
              <Submit main className="w-full">
                {t("submit")}
              </Submit>
            </Form>
          ) : (
            <>
              <p className="field">{t("over")}</p>
              <a className="button" href="/sign-in">
                {t("toSignIn")}
              </a>
            </>
          )}
        </div>
      </section>
      <LanguageSwitch locale={locale} />
    </main>
  );
}
