import { FreeFilters } from "@/components/classroom/free-filters";
import { FreeRooms } from "@/components/classroom/free-rooms";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { NothingFound } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findFreeRooms } from "@/lib/lesson/queries/free";
import { daysLooked } from "@/lib/lesson/rules/free";
import { periodsOfHalf } from "@/lib/lesson/rules/half-day";
import { freeQuery } from "@/lib/lesson/schema/search";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("lesson.free"))("title") };
}

/** The first so many 课时 in a classroom that fits; by its address alone, without script. */
export default async function FreeRoomsPage({ searchParams }: PageProps<"/schedule/free">) {
  const actor = await requireActor("schedule:view");
  const address = await searchParams;
  const asked = freeQuery.parse(address);
  const sought = { ...asked, from: asked.from ?? actor.today };
  const [t, schedule, { rooms, unfit }] = await Promise.all([
    getTranslations("lesson.free"),
    getTranslations("lesson"),
    findFreeRooms(sought, `${actor.today} ${clockOfInstant(new Date())}`),
  ]);
  const none = rooms.length === 0 || rooms.every(({ slots }) => slots.length === 0);
  const tooLong = sought.half !== undefined && sought.periods > periodsOfHalf;

  return (
    <main className="main" id="main">
      <Crumb href="/schedule" list={schedule("title")} here={t("title")} />
      <Title title={t("title")} note={t("note", { days: daysLooked })} />
      <div className="sheet">
        <FreeFilters sought={sought} inUse={Object.keys(address).length > 0} />
        {none ? (
          <NothingFound
            lead={tooLong ? t("tooLong", { most: periodsOfHalf }) : t("none")}
            filters={[]}
            clear="/schedule/free"
          />
        ) : (
          <FreeRooms rooms={rooms} canBook={may(actor.role, "lesson:book")} />
        )}
        {unfit > 0 && !none && <p className="sheet-note">{t("unfit", { unfit })}</p>}
      </div>
    </main>
  );
}
