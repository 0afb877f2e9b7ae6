import "server-only";
import { lessonsFound } from "@/lib/lesson/queries/search";
import { group } from "@/lib/search/queries/group";
import { dayMeant, mostCounted } from "@/lib/search/rules";

export const lessons = group({
  name: "lessons",
  permission: "schedule:view",
  question: ({ q, today, shown }) => lessonsFound({ day: dayMeant(q, today), title: q }, { today, shown, mostCounted }),
  tell({ id, title, day, startsAt, endsAt, classroom, trainer, cohorts }, { say }) {
    const where = classroom ?? say("lesson.outside.title");
    return {
      id,
      title,
      detail: say("search.lesson", { day, from: startsAt, to: endsAt, where, trainer }),
      code: cohorts.join(" "),
      href: `/schedule/lessons/${id}`,
    };
  },
});
