import { EnrolmentBadge } from "@/components/enrolment/enrolment-badge";
import { PersonLink } from "@/components/enrolment/roster-table";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { Counted } from "@/lib/completion/schema";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { of: Counted; people: EnrolledPerson[]; mayOpen: boolean };

/** U04: the people one count of the year's table is made of, with what the count means. */
export async function CountedSheet({ of, people, mayOpen }: Props) {
  const [t, words] = await Promise.all([getTranslations("completion.counted"), lookUp("report")]);
  const name = words(`kinds.year-report.columns.${of}`);

  return (
    <Sheet title={t("title", { name, count: people.length })} note={words(`definitions.${of}`)}>
      {people.length === 0 ? (
        <Empty lead={t("none", { name })} text={t("noneText")} />
      ) : (
        <ul className="todo">
          {people.map((person) => (
            <li key={person.id}>
              <div>
                <PersonLink person={person} mayOpen={mayOpen} />
                <p>
                  {t("place", { township: person.township, village: person.village, lastFour: person.lastFour })}
                  {person.stateReason && t("reason", { reason: person.stateReason })}
                </p>
              </div>
              <EnrolmentBadge state={person.state} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
