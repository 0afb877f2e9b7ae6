import "server-only";
import { coursesToFind } from "@/lib/course/queries";
import { group, searched } from "@/lib/search/queries/group";
import { holds, isNamed } from "@/lib/search/rules";

export const courses = group({
  name: "courses",
  permission: "course:view",
  question: () => coursesToFind,
  isMeant: ({ code, name, occupation }, q) => isNamed(q, [code, name, occupation]),
  tell({ id, code, name, type, state }, { say }) {
    const detail = {
      one: say(`course.types.${type}`),
      other: say(`state.course.${state}`),
    };
    return {
      id,
      title: name,
      detail: say("search.two", detail),
      code,
      href: `/courses/${id}`,
    };
  },
  // The list knows no readings.
  list: ({ q }, meant) =>
    meant.every(({ code, name, occupation }) => [code, name, occupation ?? ""].some((text) => holds(text, q)))
      ? searched("/courses", q)
      : undefined,
});
