import { Form } from "@/components/ui/form/form";
import { setLanguage } from "@/lib/account/actions";
import type { Locale } from "@/lib/wording/locale";
import { locales, messagesIn } from "@/lib/wording/messages";
import { getTranslations } from "@/lib/wording/translations";

/** The languages as a button each, by their own names; also on pages before sign-in. */
export async function LanguageSwitch({ locale }: { locale: Locale }) {
  const t = await getTranslations("nav");
  return (
    <Form action={setLanguage} id="language" className="segments">
      <span>{t("language")}</span>
      <div className="segments-row">
        {locales().map((one) => (
          <div key={one}>
            <button type="submit" name="language" value={one} aria-pressed={one === locale} lang={one}>
              {messagesIn(one).common.language}
            </button>
          </div>
        ))}
      </div>
    </Form>
  );
}
