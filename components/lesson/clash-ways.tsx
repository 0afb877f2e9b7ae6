import { getMessages } from "next-intl/server";
import type { Week } from "@/lib/value/calendar";
import { sentences } from "@/lib/wording/lookup";
import { ClashReport } from "./clash-report";

/** The report of a clash with its words; it speaks only when the form around it was refused. */
export async function ClashWays({ path, week }: { path?: string; week?: Week }) {
  const { lesson } = await getMessages();
  const [words, weekdays] = await Promise.all([sentences(lesson.clash), sentences(lesson.weekday)]);
  return <ClashReport words={words} weekdays={weekdays} {...(path && { path })} {...(week && { week })} />;
}
