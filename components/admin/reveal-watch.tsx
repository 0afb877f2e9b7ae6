import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { ManyReveals } from "@/lib/account/queries";
import { getTranslations } from "@/lib/wording/translations";

/** R92: whom to ask what so many full numbers were for; nothing where nobody looked at more than is usual. */
export async function RevealWatch({ many: { limit, accounts } }: { many: ManyReveals }) {
  const t = await getTranslations("admin.reveals");
  if (accounts.length === 0) return null;

  return (
    <div id="reveals">
      <Sheet title={t("title", { count: accounts.length })} note={t("note", { limit })}>
        <ul className="todo">
          {accounts.map(({ accountId, name, username, day, count }) => (
            <li key={`${accountId} ${day}`}>
              <div>
                <Link href={`/admin/accounts/${accountId}`}>{t("item", { name, username })}</Link>
                <p>{t("text", { day, count })}</p>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  );
}
