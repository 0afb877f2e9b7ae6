import { Segments } from "@/components/layout/segments";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { setPreferences } from "@/lib/account/actions";
import type { Actor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { getTranslations } from "@/lib/wording/translations";
import { LanguageSwitch } from "./language-switch";

/** What people set for themselves: language, colours, density and size of type, single keys. */
export async function Preferences({ actor }: { actor: Actor }) {
  const t = await getTranslations("nav");
  const { theme, density, size, shortcuts } = actor.preferences;
  const choices = [
    { name: "theme", value: theme, of: "themes", words: ["system", "light", "dark"] },
    { name: "density", value: density, of: "densities", words: ["normal", "compact"] },
    { name: "size", value: size, of: "sizes", words: ["normal", "large", "largest"] },
    { name: "shortcuts", value: shortcuts ? "on" : "off", of: "shortcutsChoices", words: ["on", "off"] },
  ] as const;

  return (
    <Sheet title={t("preferences")}>
      <div className="sheet-body max-w-112">
        <LanguageSwitch locale={actor.locale} />
        <Form action={setPreferences} submissionKey={newSubmissionKey()} id="preferences">
          {choices.map(({ name, value, of, words }) => (
            <Segments
              key={name}
              name={name}
              label={t(name)}
              value={value}
              words={Object.fromEntries(words.map((word) => [word, t(`${of}.${word}` as "themes.system")]))}
            />
          ))}
          <Submit>{t("savePreferences")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
