import type { NextRequest } from "next/server";
import { sendViewPaper } from "@/components/lesson/paper/send";
import { requireActor } from "@/lib/auth/actor";
import { readView } from "@/lib/lesson/rules/view";
import { route } from "@/lib/server/route";

/** U15: a day, a week or a month of the timetable on paper. */
export const GET = route(async (request: NextRequest) => {
  const actor = await requireActor("schedule:view");
  return sendViewPaper(actor, readView(Object.fromEntries(request.nextUrl.searchParams), actor.today));
});
