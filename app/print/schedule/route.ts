import type { NextRequest } from "next/server";
import { sendWeekPaper } from "@/components/lesson/week-paper";
import { requireActor } from "@/lib/auth/actor";
import { listWeek } from "@/lib/lesson/queries/timetable";
import { route } from "@/lib/server/route";
import { parseWeek, weekOf } from "@/lib/value/calendar";

/** U15: a week of the timetable on paper. */
export const GET = route(async (request: NextRequest) => {
  const actor = await requireActor("schedule:view");
  const query = request.nextUrl.searchParams;
  const by = query.get("by") === "trainer" ? "trainer" : "room";
  const week = parseWeek(query.get("week") ?? "") ?? weekOf(actor.today);
  return sendWeekPaper(actor, await listWeek(week, by), by);
});
