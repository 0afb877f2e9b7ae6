import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { Wish } from "@/lib/trainee/queries/correction";
import { getTranslations } from "@/lib/wording/translations";

/** R5: corrections of ID numbers that wait for this director; nothing when none does. */
export async function Corrections({ wishes }: { wishes: Wish[] }) {
  if (wishes.length === 0) return null;

  const t = await getTranslations("today.corrections");
  return (
    <Sheet title={t("title", { count: wishes.length })}>
      <ul className="todo">
        {wishes.map(({ id, trainee, reason, proposedOn }) => (
          <li key={id}>
            <div>
              <Link href={`/trainees/${trainee.id}`}>{trainee.name}</Link>
              <p>{t("asked", { day: proposedOn, reason })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
