import { getMessages } from "next-intl/server";
import { sentences } from "@/lib/wording/lookup";
import { HolidayTick } from "./holiday-tick";

/** The tick for a holiday with its words; it stands in a form and shows only after an answer that asks for it. */
export async function HolidaySeen() {
  const { workingDay } = await getMessages();
  return <HolidayTick words={await sentences(workingDay.seen)} />;
}
