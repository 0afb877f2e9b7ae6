import "server-only";
import { group } from "@/lib/search/queries/group";
import { isNamed } from "@/lib/search/rules";
import { trainersToFind } from "@/lib/trainer/queries";

export const trainers = group({
  name: "trainers",
  permission: "schedule:view",
  question: () => trainersToFind,
  isMeant: ({ name, speciality, unit }, q) => isNamed(q, [name, speciality, unit]),
  tell({ id, name, unit, speciality, leftOn }, { say, today }) {
    const detail = [unit, speciality, leftOn !== null && leftOn <= today && say("search.left", { day: leftOn })];
    return { id, title: name, detail: detail.filter(Boolean).join(say("search.between")), href: `/trainers/${id}` };
  },
});
