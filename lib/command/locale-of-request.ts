import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { findActor } from "@/lib/auth/actor";
import { asRefusal } from "@/lib/refusal/refusal";
import { defaultLocale, type Locale, languageCookie } from "@/lib/wording/locale";
import { isLocale, messagesIn } from "@/lib/wording/messages";

/** The account's language, before sign-in the one chosen on this browser. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await findLocale();
  return { locale, messages: { ...messagesIn(locale) }, timeZone: "Asia/Shanghai" };
});

async function findLocale(): Promise<Locale> {
  const actor = await findActor().catch(unlessUnavailable);
  if (actor) return actor.locale;

  const chosen = (await cookies()).get(languageCookie)?.value;
  return isLocale(chosen) ? chosen : defaultLocale;
}

/** The sentence that the database does not answer has to be said in some language. */
function unlessUnavailable(error: unknown): null {
  if (asRefusal(error)?.refusal === "UNAVAILABLE") return null;
  throw error;
}
