import "server-only";
import { monthFound } from "@/lib/fund/queries/search";
import { group } from "@/lib/search/queries/group";
import { monthMeant } from "@/lib/search/rules";

export const months = group({
  name: "months",
  permission: "dashboard:fund",
  question({ q, today }) {
    const month = monthMeant(q, today);
    return month ? monthFound(month) : null;
  },
  tell: ({ month, state }, { say }) => ({
    id: month,
    title: month,
    detail: say(`state.month.${state}`),
    href: `/fund/months?year=${month.slice(0, 4)}&month=${month}`,
  }),
});
