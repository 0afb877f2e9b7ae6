import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { listOpenCorrections } from "@/lib/trainee/queries/correction";
import { getTranslations } from "@/lib/wording/translations";

/** R5: corrections of ID numbers that wait for this director; nothing when none does. */
export async function Corrections({ actor }: { actor: Actor }) {
  if (!mayApprove(actor.role, "trainee:correct")) return null;
  const [t, wishes] = await Promise.all([getTranslations("today.corrections"), listOpenCorrections(actor.id)]);
  if (wishes.length === 0) return null;

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
