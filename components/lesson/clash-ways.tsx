import { getMessages } from "next-intl/server";
import type { Week } from "@/lib/value/calendar";
import { ClashReport } from "./clash-report";

/** The report of a clash with its words; it speaks only when the form around it was refused. */
export async function ClashWays({ path, week }: { path: string; week?: Week }) {
  const { lesson } = await getMessages();
  return <ClashReport words={lesson.clash} weekdays={lesson.weekday} path={path} {...(week && { week })} />;
}
