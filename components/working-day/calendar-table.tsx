import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { clearCalendarDay } from "@/lib/working-day/actions";
import type { findCalendar } from "@/lib/working-day/queries";

type Props = {
  days: Awaited<ReturnType<typeof findCalendar>>["days"];
  mayEdit: boolean;
};

/** The days of a year that are not what their weekday says. */
export async function CalendarTable({ days, mayEdit }: Props) {
  const t = await getTranslations("workingDay");
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("documentNo")}</th>
          {mayEdit && <th scope="col">{t("change")}</th>}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, name, documentNo }) => (
          <tr key={day}>
            <th scope="row" className="card-name nowrap">
              {t("dayOfWeek", { day, weekday: t(`weekdays.${String(weekday(day)) as "1"}`) })}
            </th>
            <td className="card-below">{name}</td>
            <td className="card-side">
              <Badge kind={kind === "WORK" ? "run" : "open"}>{t(`kinds.${kind}`)}</Badge>
            </td>
            <td>{documentNo}</td>
            {mayEdit && (
              <td className="actions card-below-side">
                <Form
                  action={clearCalendarDay}
                  submissionKey={newSubmissionKey()}
                  id={`clear-${day}`}
                  aria-label={t("clearDay", { day })}
                >
                  <input type="hidden" name="day" value={day} />
                  <Submit tight>{t("clear")}</Submit>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
