import { loadsOf } from "../load";
import { ask, named, ratio, sixteen, sixteenBare } from "../ratio";
import type { Operation } from "../result";
import { setting } from "../setting";
import { owner } from "../statements";

const times = { one: 80, sixteen: 240 };

/** The roster of thirty people with everything around it, against a bare page with the same table. */
export const roster: Operation = async () => {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM cohorts WHERE number = '2018-008'");
  const id = rows[0]?.id;
  const [clerks, anybody] = [await sixteen("yangjin"), sixteenBare()];
  const bare = await loadsOf(setting.reference, times, (client) =>
    ask(anybody[client], { path: `/roster?cohort=${id}` }),
  );
  const portal = await loadsOf(setting.portal, times, (client) =>
    ask(clerks[client], { path: `/cohorts/${id}/roster` }),
  );
  return [
    {
      operation: "roster of 30",
      loads: [...named("portal", portal), ...named("bare page", bare)],
      goals: [
        { goal: "processor, of the bare page's", measured: ratio(portal, bare), most: 2, unit: "×" },
        { goal: "statements", measured: portal[0]?.statements ?? Number.NaN, most: 4, unit: "" },
      ],
    },
  ];
};
