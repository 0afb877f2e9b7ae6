import "server-only";
import { projectsToFind } from "@/lib/project/queries";
import { group } from "@/lib/search/queries/group";
import { holds, isNamed } from "@/lib/search/rules";
import { yearOf } from "@/lib/value/calendar";

export const projects = group({
  name: "projects",
  permission: "dashboard:fund",
  question: () => projectsToFind,
  isMeant: ({ code, name, site, implementingUnit }, q) => isNamed(q, [code, name, site, implementingUnit]),
  tell({ id, code, name, site, implementingUnit, implementYear }, { say }) {
    return {
      id,
      title: say("search.coded", { code, name }),
      detail: [site, implementingUnit].filter(Boolean).join(say("search.between")),
      code: say("search.year", { year: String(implementYear) }),
      href: `/fund/projects/${id}`,
    };
  },
  // The list knows no readings, and no project of a year to come.
  list: ({ q, today }, meant) =>
    meant.every(
      ({ code, name, site, implementingUnit, implementYear }) =>
        implementYear <= yearOf(today) && [code, name, site, implementingUnit].some((text) => holds(text, q)),
    )
      ? `/fund/projects?${new URLSearchParams({ since: "2000", q })}`
      : undefined,
});
