import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { listImports } from "@/lib/roster-import/queries/imports";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

/** The imports that came last, each with its page, where it can be undone. */
export async function ImportList() {
  const [t, imports] = await Promise.all([getTranslations("rosterImport.done"), listImports()]);
  return (
    <Sheet title={t("recent")} note={t("recentNote")}>
      {imports.length === 0 ? (
        <Empty lead={t("none")} text={t("noneText")} />
      ) : (
        <ul className="todo">
          {imports.map(({ id, importedAt, importedBy, registered, changed, enrolled, cohort, undoneAt }) => (
            <li key={id}>
              <div>
                <a href={`/trainees/import/${id}`}>{minuteOfInstant(importedAt)}</a>
                <p>{t("counts", { by: importedBy ?? "", registered, changed, enrolled, cohort: cohort ?? "" })}</p>
              </div>
              {undoneAt && <span className="muted">{t("isUndone")}</span>}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
