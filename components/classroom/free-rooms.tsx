import { codeWords } from "@/lib/code/queries/words";
import type { FreeRoom } from "@/lib/lesson/queries/free";
import type { FreeSlot } from "@/lib/lesson/rules/free";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** Each classroom that fits with its first free times, every one the beginning of a booking for whoever may book. */
export async function FreeRooms({ rooms, canBook }: { rooms: FreeRoom[]; canBook: boolean }) {
  const [t, kindOf] = await Promise.all([getTranslations("lesson.free"), codeWords("CLASSROOM_KIND")]);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("classroom")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col" className="num">
            {t("seatsOf")}
          </th>
          <th scope="col" className="after-num">
            {t("times")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rooms.map(({ room, slots }) => (
          <tr key={room.number}>
            <th scope="row" className="card-name">
              <a href={`/classrooms/${room.number}`}>
                {room.label} {room.name}
              </a>
            </th>
            <td className="card-below">{kindOf(room.kind)}</td>
            <td className="num card-side" data-label={t("seatsOf")}>
              {room.seats}
            </td>
            <td className="after-num card-more">
              {slots.length === 0 && <span className="muted">{t("full")}</span>}
              <div className="flex flex-wrap gap-x-6">
                {slots.map((slot) => (
                  <Slot key={`${slot.day} ${slot.parts[0]?.startsAt}`} number={room.number} {...{ slot, canBook }} />
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A lesson each: where one half-day is too short, the day has two. */
async function Slot({ number, slot, canBook }: { number: number; slot: FreeSlot; canBook: boolean }) {
  const t = await getTranslations("lesson");
  const day = t("free.day", { day: slot.day, weekday: t(`weekday.${String(weekday(slot.day)) as "1"}`) });

  return slot.parts.map(({ startsAt, endsAt }) => {
    const book = new URLSearchParams({ classroom: String(number), day: slot.day, startsAt, endsAt });
    const when = `${day} ${startsAt}–${endsAt}`;
    return (
      <span className="nowrap" key={startsAt}>
        {canBook ? <a href={`/schedule/book?${book}`}>{when}</a> : when}
      </span>
    );
  });
}
