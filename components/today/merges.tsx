import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { MergeWish } from "@/lib/trainee/queries/merge";
import { getTranslations } from "@/lib/wording/translations";

/** R5: merges of trainees that wait for this director; nothing when none does. */
export async function Merges({ wishes }: { wishes: MergeWish[] }) {
  if (wishes.length === 0) return null;

  const t = await getTranslations("today.merges");
  return (
    <Sheet title={t("title", { count: wishes.length })}>
      <ul className="todo">
        {wishes.map(({ id, kept, merged, reason, proposedOn }) => (
          <li key={id}>
            <div>
              <Link href={`/trainees/${kept.id}/merge?with=${merged.id}`}>
                {t("pair", { kept: kept.name, merged: merged.name })}
              </Link>
              <p>{t("asked", { day: proposedOn, reason })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
