import { withQuery } from "@/components/ui/address";
import { scopeKey } from "@/lib/lesson/rules/scope";
import type { View } from "@/lib/lesson/rules/view";

type Shown = Pick<View, "by" | "day" | "of">;

/** Another view, another day, another classroom: what is not changed is kept. */
export const viewHref = (view: Shown, change: Partial<Shown> = {}, path = "/schedule"): string => {
  const { by, day, of } = { ...view, ...change };
  return withQuery(path, {}, { by, day, of: of && scopeKey(of) });
};

/** The same on paper. */
export const paperHref = (view: Shown): string => viewHref(view, {}, "/print/schedule");
