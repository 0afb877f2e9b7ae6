import { getMessages } from "next-intl/server";
import { arrivalWords } from "@/components/arrival/arrival-words";
import { SeveralForm } from "@/components/enrolment/several-form";
import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { noteArrivals } from "@/lib/arrival/actions";
import type { ArrivalRow } from "@/lib/arrival/queries";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohortId: string; people: ArrivalRow[]; days: { from: Day; to: Day }; notes: boolean };

/** 报到: who came and who did not; one press notes one person, ticks note many, on the day that stands below. */
export async function ArrivalList({ cohortId, people, days, notes }: Props) {
  const [t, { enrolment }] = await Promise.all([getTranslations("arrival"), getMessages()]);
  const arrived = people.filter(({ knownBy }) => knownBy).length;
  const open = people.filter(isOpen).length;
  const early = days.to < days.from;
  return (
    <Sheet
      title={t("counted", { arrived, count: people.length })}
      note={early ? t("early", { from: days.from }) : t("explained")}
      end={<a href={`/cohorts/${cohortId}/roster`}>{t("roster")}</a>}
    >
      {people.length === 0 ? (
        <Empty lead={t("nobody")} text={t("nobodyText")} />
      ) : notes && open > 0 && !early ? (
        <SeveralForm
          action={noteArrivals}
          submissionKey={newSubmissionKey()}
          id="arrivals"
          name="enrolmentIds"
          caption={t("name")}
          words={{ ...enrolment.several, note: t("title") }}
          lead={
            <>
              <input type="hidden" name="cohortId" value={cohortId} />
              <DayField name="day" label={t("day")} hint={t("dayHint")} defaultValue={days.to} />
              <Submit main>{t("noteChosen")}</Submit>
            </>
          }
          rows={people.map((person) => ({
            id: person.id,
            name: person.name,
            detail: `${person.township}${person.village}`,
            code: `…${person.lastFour}`,
            disabled: !isOpen(person),
            note: <Standing person={person} press={t("note")} said={arrivalWords(person, t)} by={saidBy(person, t)} />,
          }))}
        />
      ) : (
        <ul className="todo">
          {people.map((person) => (
            <li key={person.id}>
              <div>
                {person.name}
                <p>{`${person.township}${person.village} …${person.lastFour}`}</p>
              </div>
              <Standing person={person} said={arrivalWords(person, t)} by={saidBy(person, t)} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

/** Waits to be noted; who was marked present in a lesson is here, noted or not. */
const isOpen = ({ knownBy, state }: ArrivalRow): boolean => !knownBy && sitsInLessons(state);

type Say = (key: "notedBy" | "byRoll", values?: { who: string }) => string;

const saidBy = ({ notedBy, knownBy }: ArrivalRow, say: Say): string =>
  notedBy ? say("notedBy", { who: notedBy }) : knownBy === "ROLL" ? say("byRoll") : "";

function Standing({ person, press, said, by }: { person: ArrivalRow; press?: string; said: string; by: string }) {
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Badge kind={person.knownBy ? "ok" : "open"}>{said}</Badge>
      {by && <small className="muted">{by}</small>}
      {press && isOpen(person) && (
        <Submit tight name="only" value={person.id}>
          {press}
          <span className="sr-only">{person.name}</span>
        </Submit>
      )}
    </span>
  );
}
