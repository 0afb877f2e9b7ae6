import { keptAt } from "../keep";
import { loadsOf } from "../load";
import { ask, named, ratio, sixteen, sixteenBare } from "../ratio";
import type { Operation, Result } from "../result";
import { setting } from "../setting";

const pages = { "fund dashboard": "/fund", "base dashboard": "/today" };
const times = { one: 60, sixteen: 240 };

/** The two dashboards, each against a bare page with the same figures; between sizes the processor of the portal is compared. */
export const dashboards: Operation = async () => {
  const [directors, anybody] = [await sixteen("danzeng"), sixteenBare()];
  const results: Result[] = [];
  for (const [operation, path] of Object.entries(pages)) {
    const bare = await loadsOf(setting.reference, times, (client) => ask(anybody[client], { path }));
    const portal = await loadsOf(setting.portal, times, (client) => ask(directors[client], { path }));
    const small = keptAt(0.1, operation)?.loads.filter(({ who }) => who === "portal");
    const before = small?.map(({ load }) => load);
    results.push({
      operation,
      loads: [...named("portal", portal), ...named("bare page", bare)],
      goals: [
        { goal: "processor, of the bare page's", measured: ratio(portal, bare), most: 2.5, unit: "×" },
        ...(before && setting.scale > 0.1
          ? [
              {
                goal: "processor, of the same at 10,000 enrolments",
                measured: ratio(portal, before),
                most: 1.2,
                unit: "×",
              },
            ]
          : []),
      ],
    });
  }
  return results;
};
