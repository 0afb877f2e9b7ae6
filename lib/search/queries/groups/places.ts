import "server-only";
import { placesToFind } from "@/lib/place/queries";
import { group } from "@/lib/search/queries/group";
import { isNamed } from "@/lib/search/rules";

/** Villages and townships, also of before the merger: people keep the one of the day of registration. */
export const places = group({
  name: "places",
  permission: "code:view",
  question: () => placesToFind,
  isMeant: ({ name, code }, q) => isNamed(q, [name]) || code === q,
  tell({ code, name, township, validTo }, { say, today }) {
    const detail = [
      township ?? say("search.township"),
      validTo !== null && validTo < today && say("search.until", { day: validTo }),
    ];
    return {
      id: code,
      title: name,
      detail: detail.filter(Boolean).join(say("search.between")),
      code,
      href: `/admin/divisions#${code}`,
    };
  },
});
