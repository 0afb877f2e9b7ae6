import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import type { OpenCohortRow } from "@/lib/today/queries/open-cohorts";
import type { Todo, TodoKind, TodoLimits } from "@/lib/today/rules";
import { type Day, daysBetween, formatDay } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { todos: Todo[]; cohorts: OpenCohortRow[]; today: Day; limits: TodoLimits };

/** What waits for this person, the most pressing first (U29). */
export async function TodoList({ todos, cohorts, today, limits }: Props) {
  const t = await getTranslations("today.todo");
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));

  return (
    <Sheet title={t("counted", { count: todos.length })}>
      {todos.length === 0 ? (
        <Empty lead={t("none")} text={t("noneText")} />
      ) : (
        <ul className="todo">
          {todos.map((todo) => {
            const cohort = byId.get(todo.cohortId);
            return (
              cohort && (
                <Item key={todo.kind + todo.cohortId} todo={todo} cohort={cohort} today={today} limits={limits} />
              )
            );
          })}
        </ul>
      )}
    </Sheet>
  );
}

type ItemProps = { todo: Todo; cohort: OpenCohortRow; today: Day; limits: TodoLimits };

function Item({ todo: { kind, cohortId, due, count }, cohort, today, limits }: ItemProps) {
  const t = useTranslations("today.todo");
  const locale = useLocale();
  const format = useFormatter();
  const names = kind === "noShow" ? cohort.absentNames : kind === "away" ? cohort.awayNames : [];
  const values = {
    number: cohort.number,
    title: cohort.title,
    count,
    seats: cohort.seats,
    confirmed: cohort.confirmed,
    start: formatDay(cohort.startsOn, locale, "long"),
    filingDays: cohort.filingDays,
    fewest: limits.fewestTrainees,
    days: limits.noShowDays,
    names: format.list(names),
    more: String(count > names.length),
    reason: (kind === "closingReturned" ? cohort.closingReturnReason : cohort.stateReason) ?? "-",
  };

  return (
    <li>
      <div>
        <Link href={`/cohorts/${cohortId}${places[kind] ?? ""}`}>{t(`${kind}.title`, values)}</Link>
        <p>{t(`${kind}.text`, values)}</p>
      </div>
      <Due days={daysBetween(today, due)} />
    </li>
  );
}

async function Due({ days }: { days: number }) {
  const t = await getTranslations("today.todo");
  if (days < 0) return <Badge kind="bad">{t("overdue", { days: -days })}</Badge>;
  return <Badge kind={days <= 7 ? "warn" : "open"}>{days === 0 ? t("dueToday") : t("daysLeft", { days })}</Badge>;
}

const places: Partial<Record<TodoKind, string>> = {
  exceptions: "/applications",
  transfers: "/applications",
  applications: "/applications",
  few: "/roster",
  noShow: "/arrivals",
  away: "/attendance",
  rolls: "/attendance",
  exam: "/exam",
  results: "/completion",
  proposeClosing: "/completion",
  closingReturned: "/completion",
  close: "/completion",
  certificates: "/completion",
  reissue: "/completion",
};
