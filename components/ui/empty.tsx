import type { ReactNode } from "react";
import { getTranslations } from "@/lib/wording/translations";

/** Nothing yet: one sentence and the one action. Also for what somebody may not see: the sentence says who can (U27). */
export function Empty({ lead, text, action }: { lead: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="lead">{lead}</p>
      {text && <p>{text}</p>}
      {action && <div className="actions">{action}</div>}
    </div>
  );
}

/** Nothing found: which filters are in the way, and the way out of them. */
export async function NothingFound({ lead, filters, clear }: { lead: string; filters: string[]; clear: string }) {
  const t = await getTranslations("common.empty");
  return (
    <Empty
      lead={lead}
      text={filters.length > 0 && t("filters", { filters: filters.join(t("between")) })}
      action={
        <a className="button" href={clear}>
          {t("clear")}
        </a>
      }
    />
  );
}
