import { Sheet } from "@/components/layout/sheet";
import { OutsideLessons } from "@/components/lesson/outside-lessons";
import { WeekTable } from "@/components/lesson/week-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Figure } from "@/components/ui/figure";
import type { WeekTable as Table } from "@/lib/lesson/queries/week";
import type { Rows, View } from "@/lib/lesson/rules/view";
import { type Day, dateFromDay, weekday } from "@/lib/value/calendar";
import { monthOf, saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";
import { viewHref } from "./address";
import { ViewWays } from "./view-ways";

type Props = {
  table: Table;
  view: View & { by: Rows };
  today: Day;
  canBook: boolean;
  /** The lesson just booked. */
  lessonId?: string | undefined;
};

/** U18: the week of classrooms, trainers or cohorts, and below it what is taught off the base. */
export async function WeekSheet({ table, view, today, canBook, lessonId }: Props) {
  const t = await getTranslations("timetable.week");
  const { by, of } = view;
  const { rows, count, outside } = table;
  // Narrowed to something else than its rows, a row does not show all that stands in it: an empty cell may be taken.
  const mayBook = canBook && (!of || of.kind === by);
  return (
    <>
      <Sheet
        title={t("title", { ...saidWeek(table.week), range: await rangeOf(table.days) })}
        note={t.rich(by, {
          rows: rows.length,
          all: count.all,
          used: count.used,
          closed: count.closed,
          link: (text) => (
            <Figure href="#week" zero={count.used === 0}>
              {text}
            </Figure>
          ),
        })}
        end={<ViewWays view={view} today={today} />}
      >
        <div id="week">
          {rows.length === 0 ? (
            <NoRows view={view} />
          ) : (
            <WeekTable table={table} by={by} today={today} canBook={mayBook} lessonId={lessonId} />
          )}
        </div>
      </Sheet>
      {outside.length > 0 && by === "room" && (
        <Sheet title={t("outside")}>
          <OutsideLessons lessons={outside} exceptions={table.exceptions} />
        </Sheet>
      )}
      {rows.length > 0 && <Legend weekendIsFree={table.days.every((day) => weekday(day) <= 5)} mayBook={mayBook} />}
    </>
  );
}

async function NoRows({ view }: { view: Props["view"] }) {
  const t = await getTranslations("timetable.week");
  if (view.of)
    return (
      <Empty
        lead={t("nothing")}
        action={<ButtonLink href={viewHref(view, { of: undefined })}>{t("clear")}</ButtonLink>}
      />
    );
  const [lead, href] = view.by === "cohort" ? ([t("noCohorts"), "/cohorts"] as const) : [t("nobody"), "/trainers"];
  return (
    <Empty
      lead={lead}
      action={<ButtonLink href={href}>{t(view.by === "cohort" ? "toCohorts" : "toTrainers")}</ButtonLink>}
    />
  );
}

async function Legend({ weekendIsFree, mayBook }: { weekendIsFree: boolean; mayBook: boolean }) {
  const t = await getTranslations("lesson.legend");
  const said = (["times", weekendIsFree && "weekend", "heads", mayBook && "free"] as const).filter(
    (one) => one !== false,
  );
  return <p className="small muted print:hidden">{said.map((one) => t(one)).join(t("between"))}</p>;
}

/** 8月20日至24日. */
async function rangeOf(days: Day[]): Promise<string> {
  const t = await getTranslations("lesson.range");
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  return t(monthOf(first) === monthOf(last) ? "sameMonth" : "twoMonths", {
    from: dateFromDay(first),
    to: dateFromDay(last),
  });
}
