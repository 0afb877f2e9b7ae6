import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/account/language-switch";
import { DemoBand } from "@/components/layout/demo-band";
import { findBase } from "@/lib/base/queries";

/** A page before the portal opens: whose it is, one sheet, the language. */
export async function Door({ title, children }: { title: string; children: ReactNode }) {
  const [base, locale] = await Promise.all([findBase(), getLocale()]);
  return (
    <>
      {base?.isDemo && <DemoBand />}
      <main className="frameless" id="main">
        <p className="brand">{base?.name}</p>
        <section className="sheet">
          <div className="sheet-head">
            <h1>{title}</h1>
          </div>
          <div className="sheet-body">{children}</div>
        </section>
        <LanguageSwitch locale={locale} />
      </main>
    </>
  );
}
