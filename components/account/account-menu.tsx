import { MenuWord, type PlaceLink, PlaceLinks } from "@/components/layout/navigation";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { signOut } from "@/lib/account/sign-in/actions";
import type { Actor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { getTranslations } from "@/lib/wording/translations";

/**
 * Who is signed in, the way to their account, and out; on phones also the places the bottom bar has no room for. It stands on every
 * page, so it asks for nothing that one page can ask for.
 */
export async function AccountMenu({ actor, behind }: { actor: Actor; behind: PlaceLink[] }) {
  const t = await getTranslations("nav");
  const account = t("account", { name: actor.name, role: t(`roles.${actor.role}`) });
  const rest = [...behind, { href: "/help", label: t("help") }];

  return (
    <details className="menu">
      <MenuWord account={account} more={t("more")} behind={rest.map(({ href }) => href)} />
      <div className="menu-panel">
        <nav className="menu-links phone-only" aria-label={t("more")}>
          <PlaceLinks places={rest} />
        </nav>
        <p className="phone-only small muted">{account}</p>
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
