import { RecordBadge } from "@/components/fund/record/record-badge";
import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/auth/actor";
import type { Adjustment } from "@/lib/project/queries";
import { getTranslations } from "@/lib/wording/translations";
import { AdjustmentChanges } from "./adjustment-changes";
import { AdjustmentSteps } from "./adjustment-steps";

/** R73: the adjustments of one project, what each changed and how it was decided. */
export async function AdjustmentSheet({ adjustments }: { adjustments: Adjustment[] }) {
  const t = await getTranslations("project.adjustment");
  if (adjustments.length === 0) return null;

  return (
    <Sheet title={t("title", { count: adjustments.length })}>
      <ul>
        {adjustments.map((adjustment) => (
          <Line key={adjustment.id} adjustment={adjustment} />
        ))}
      </ul>
    </Sheet>
  );
}

/** What waits for the leader, with its decision. */
export async function OpenAdjustments({ adjustments, actor }: { adjustments: Adjustment[]; actor: Actor }) {
  const t = await getTranslations("project.adjustment");
  if (adjustments.length === 0) return null;

  return (
    <Sheet title={t("toDo", { count: adjustments.length })} note={t("toDoNote")}>
      <ul>
        {adjustments.map((adjustment) => (
          <Line key={adjustment.id} adjustment={adjustment}>
            <AdjustmentSteps adjustment={adjustment} actor={actor} />
          </Line>
        ))}
      </ul>
    </Sheet>
  );
}

/** One's own drafts, each with its way on. */
export function AdjustmentDrafts({ adjustments, actor }: { adjustments: Adjustment[]; actor: Actor }) {
  return (
    <ul className="sheet-rows">
      {adjustments.map((adjustment) => (
        <Line key={adjustment.id} adjustment={adjustment}>
          <AdjustmentSteps adjustment={adjustment} actor={actor} />
        </Line>
      ))}
    </ul>
  );
}

async function Line({ adjustment, children }: { adjustment: Adjustment; children?: React.ReactNode }) {
  const t = await getTranslations("project.adjustment");
  const { id, project, datedOn, documentNo, creator, reason, state } = adjustment;
  return (
    <li className="sheet-row grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_320px]">
      <div>
        <h3>
          <Link href={`/fund/projects/${project.id}/adjustments/${id}`}>
            {t("look", { code: project.code, name: project.name })}
          </Link>
          &ensp;
          <RecordBadge state={state} />
        </h3>
        <p className="small muted">{[datedOn, documentNo, creator].join("\u2002")}</p>
        <p className="small mb-2">{reason}</p>
        <AdjustmentChanges adjustment={adjustment} />
      </div>
      {children && <div>{children}</div>}
    </li>
  );
}
