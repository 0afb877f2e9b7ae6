import { Sheet } from "@/components/layout/sheet";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { getTranslations } from "@/lib/wording/translations";
import { EnrolmentBadge } from "./enrolment-badge";
import { PersonLink } from "./roster-table";

/** R26: gave up, never came or was refused: kept, and counted nowhere. */
export async function GoneSheet({ people, mayOpen }: { people: EnrolledPerson[]; mayOpen: boolean }) {
  const t = await getTranslations("enrolment.gone");
  if (people.length === 0) return null;

  return (
    <Sheet title={t("title", { count: people.length })} note={t("note")}>
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
    </Sheet>
  );
}
