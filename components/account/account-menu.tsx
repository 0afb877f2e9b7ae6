import { getTranslations } from "next-intl/server";
import { MenuWord, type PlaceLink, PlaceLinks } from "@/components/layout/navigation";
import { Segments } from "@/components/layout/segments";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { setPreferences } from "@/lib/account/actions";
import { signOut } from "@/lib/account/sign-in/actions";
import type { Actor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { LanguageSwitch } from "./language-switch";

/** Who is signed in, and what they set for themselves; on phones also the places the bottom bar has no room for. */
export async function AccountMenu({ actor, behind }: { actor: Actor; behind: PlaceLink[] }) {
  const t = await getTranslations("nav");
  const account = t("account", { name: actor.name, role: t(`roles.${actor.role}`) });
  const rest = [...behind, { href: "/help", label: t("help") }];
  const { theme, density, size, shortcuts } = actor.preferences;

  return (
    <details className="menu">
      <MenuWord account={account} more={t("more")} behind={rest.map(({ href }) => href)} />
      <div className="menu-panel">
        <nav className="menu-links phone-only" aria-label={t("more")}>
          <PlaceLinks places={rest} />
        </nav>
        <p className="phone-only small muted">{account}</p>
        <LanguageSwitch locale={actor.locale} />
        <Form action={setPreferences} submissionKey={newSubmissionKey()} id="preferences">
          <Segments
            name="theme"
            label={t("theme")}
            value={theme}
            words={{ system: t("themes.system"), light: t("themes.light"), dark: t("themes.dark") }}
          />
          <Segments
            name="density"
            label={t("density")}
            value={density}
            words={{ normal: t("densities.normal"), compact: t("densities.compact") }}
          />
          <Segments
            name="size"
            label={t("size")}
            value={size}
            words={{ normal: t("sizes.normal"), large: t("sizes.large"), largest: t("sizes.largest") }}
          />
          <Segments
            name="shortcuts"
            label={t("shortcuts")}
            value={shortcuts ? "on" : "off"}
            words={{ on: t("shortcutsChoices.on"), off: t("shortcutsChoices.off") }}
          />
          <Submit className="w-full">{t("savePreferences")}</Submit>
        </Form>
        <div>
          <a className="menu-line" href="/admin/account">
            {t("ownAccount")}
          </a>
          <button type="button" className="menu-line keys-button" data-open-keys>
            {t("keys")}
          </button>
        </div>
        <Form action={signOut} submissionKey={newSubmissionKey()} id="sign-out">
          <Submit className="w-full">{t("signOut")}</Submit>
        </Form>
      </div>
    </details>
  );
}
