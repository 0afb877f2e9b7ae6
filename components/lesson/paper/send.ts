import { viewHref } from "@/components/lesson/view/address";
import { scopeName } from "@/components/lesson/view/scope-names";
import type { Actor } from "@/lib/auth/actor";
import { findBase } from "@/lib/base/queries";
import { findView } from "@/lib/lesson/queries/view";
import type { View } from "@/lib/lesson/rules/view";
import { type Block, htmlOf } from "@/lib/report/file/html";
import { sendPage } from "@/lib/report/send-print";
import { dateFromDay } from "@/lib/value/calendar";
import { firstDay, saidWeek } from "@/lib/value/period";
import { translatorOf } from "@/lib/wording/translations";
import { dayBlock } from "./day";
import { monthBlock } from "./month";
import { weekBlocks } from "./week";
import { weekOfOne } from "./week-of-one";
import { type Say, weekdayOf } from "./words";

/** How many lessons of a day a month's paper names. */
const named = 6;

/** U15, U18: a view of the timetable on paper for the door and the office, with the name of what it is narrowed to in its title. */
export async function sendViewPaper({ locale }: Actor, view: View): Promise<Response> {
  const say = translatorOf(locale);
  const [base, found] = await Promise.all([findBase(), findView(view, named)]);
  const name = [base?.name, scopeName(found.choices, view.of)].filter(Boolean).join(" ");
  return sendPage(
    htmlOf({
      language: locale,
      title: `${name}${titleOf(found, say)}`,
      mark: base?.isDemo ? say("nav.demo") : undefined,
      lines: found.by === "day" || found.by === "month" ? [] : [say("lesson.paperLegend")],
      links: [{ href: viewHref(view), text: say("report.print.back") }],
      hint: say("report.print.how"),
      blocks: blocksOf(found, view, say),
    }),
  );
}

type Found = Awaited<ReturnType<typeof findView>>;

function titleOf(found: Found, say: Say): string {
  if (found.by === "day") return say("timetable.paper.day", { day: found.day, weekday: weekdayOf(found.day, say) });
  if (found.by !== "month") return say("lesson.table.caption", saidWeek(found.week));
  return say("timetable.paper.month", { month: dateFromDay(firstDay(found.month)) });
}

function blocksOf(found: Found, { of }: View, say: Say): Block[] {
  if (found.by === "day") return [dayBlock(found, say)];
  if (found.by === "month") return [monthBlock(found, of, say)];
  return of ? [weekOfOne(found, of, say)] : weekBlocks(found, found.by, say);
}
