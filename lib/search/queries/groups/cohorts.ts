import "server-only";
import { cohortsFound } from "@/lib/cohort/queries/search";
import { group, searched } from "@/lib/search/queries/group";

export const cohorts = group({
  name: "cohorts",
  permission: "cohort:view",
  question: ({ q, shown }) => cohortsFound(q, shown),
  tell({ id, number, title, startsOn, endsOn, state }, { say }) {
    const detail = { from: startsOn, to: endsOn, state: say(`state.cohort.${state}`) };
    return {
      id,
      title: say("search.coded", { code: number, name: title }),
      detail: say("search.span", detail),
      href: `/cohorts/${id}`,
    };
  },
  list: ({ q }) => searched("/cohorts", q),
});
