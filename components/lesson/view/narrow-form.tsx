import type { Choices } from "@/lib/lesson/queries/scope";
import { type Scope, scopeKey } from "@/lib/lesson/rules/scope";
import type { View } from "@/lib/lesson/rules/view";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";
import { scopesOf } from "./scope-names";

/** Narrows a view to one classroom, trainer or cohort; a form of its address, so that it works without script. */
export async function NarrowForm({ view, choices }: { view: View; choices: Choices }) {
  const t = await getTranslations("timetable.narrow");
  const groups = Object.entries(scopesOf(choices)) as [Scope["kind"], { id: string; name: string }[]][];
  return (
    <form className="filters" method="get" action="/schedule">
      {!view.opens && <input type="hidden" name="by" value={view.by} />}
      {!view.opens && <input type="hidden" name="day" value={view.day} />}
      <label className="grow">
        {t("label")}
        <select name="of" defaultValue={view.of ? scopeKey(view.of) : ""}>
          <option value="">{t("all")}</option>
          {groups.map(([kind, scopes]) => (
            <optgroup key={kind} label={t(kind)}>
              {scopes.map(({ id, name }) => (
                <option key={id} value={scopeKey({ kind, id })}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t("apply")}
      </button>
      {view.of && (
        <a className="clear" href={viewHref(view, { of: undefined })}>
          {t("clear")}
        </a>
      )}
    </form>
  );
}
