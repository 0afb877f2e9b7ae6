import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { listCodes } from "@/lib/code/queries/words";
import { listOpenCourses } from "@/lib/course/queries";
import { halves } from "@/lib/lesson/rules/half-day";
import type { FreeQuery } from "@/lib/lesson/schema/search";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { sought: FreeQuery & { from: Day }; inUse: boolean };

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const periods = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What is looked for: how long, from when, for which course or in which kind of classroom, and when it suits. */
export async function FreeFilters({ sought, inUse }: Props) {
  const [t, lesson, kinds, courses] = await Promise.all([
    getTranslations("lesson.free"),
    getTranslations("lesson"),
    listCodes("CLASSROOM_KIND", [sought.kind]),
    listOpenCourses(sought.course),
  ]);

  return (
    <FilterRow
      path="/schedule/free"
      inUse={inUse}
      moreInUse={Boolean(sought.seats || sought.weekday || sought.half || sought.holidays)}
      more={
        <>
          <label>
            {t("seats")}
            <input type="text" inputMode="numeric" name="seats" defaultValue={sought.seats} maxLength={3} size={4} />
          </label>
          <FilterSelect
            name="weekday"
            label={t("weekday")}
            value={sought.weekday ? String(sought.weekday) : undefined}
            options={weekdays.map((number) => ({ value: String(number), label: lesson(`weekday.${number}`) }))}
          />
          <FilterSelect
            name="half"
            label={t("half")}
            value={sought.half}
            options={halves.map((half) => ({ value: half, label: lesson(`half.${half}`) }))}
          />
          <label>
            {t("holidays")}
            <select name="holidays" defaultValue={sought.holidays ? "on" : ""}>
              <option value="">{t("holidaysOut")}</option>
              <option value="on">{t("holidaysIn")}</option>
            </select>
          </label>
        </>
      }
    >
      <label>
        {t("periods")}
        <select name="periods" defaultValue={sought.periods}>
          {periods.map((count) => (
            <option key={count} value={count}>
              {t("periodsOf", { count })}
            </option>
          ))}
        </select>
      </label>
      <FilterText name="from" label={t("from")} type="date" value={sought.from} />
      <FilterSelect
        name="course"
        label={t("course")}
        value={sought.course}
        options={courses.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect name="kind" label={t("kind")} value={sought.kind} options={kinds} />
    </FilterRow>
  );
}
