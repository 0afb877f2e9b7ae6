import "server-only";
import { group, searched } from "@/lib/search/queries/group";
import { mostCounted } from "@/lib/search/rules";
import { traineesFound } from "@/lib/trainee/queries/found";

/** Job A1: who is looked for is mostly enrolled next. */
export const trainees = group({
  name: "trainees",
  permission: "trainee:view",
  question: ({ q, person, shown }) => traineesFound(person ?? q, { shown, mostCounted }),
  tell({ id, name, sex, birthYear, township, village, lastFour }, { say }) {
    const place = say("trainee.place", { township, village });
    return {
      id,
      title: name,
      detail: say("trainee.hit", { sex: say(`trainee.sex.${sex}`), year: String(birthYear), place }),
      code: `…${lastFour}`,
      href: `/trainees/${id}?enrol=next`,
    };
  },
  list: ({ q }) => searched("/trainees", q),
});
