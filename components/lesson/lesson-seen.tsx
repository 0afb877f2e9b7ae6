import { getMessages } from "next-intl/server";
import { RoomTick } from "@/components/classroom/room-tick";
import { HolidaySeen } from "@/components/working-day/holiday-seen";
import { sentences } from "@/lib/wording/lookup";

/** The ticks of a lesson's form, for a holiday and for a classroom that lacks something; each shows only when it is asked for. */
export async function LessonSeen() {
  const { lesson } = await getMessages();
  return (
    <>
      <HolidaySeen />
      <RoomTick words={await sentences(lesson.fitting)} />
    </>
  );
}
