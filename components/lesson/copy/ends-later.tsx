import { Banner } from "@/components/ui/banner";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  cohort: { id: string; endsOn: Day };
  lastDay: Day;
  copies: { day: Day }[];
  mayEdit: boolean;
};

/** A timetable that runs past the cohort's last day proposes another one, to whoever may set it. */
export async function EndsLater({ cohort: { id, endsOn }, lastDay, copies, mayEdit }: Props) {
  const t = await getTranslations("lesson");
  const count = copies.filter(({ day }) => day > endsOn).length;

  return (
    <Banner kind="warn">
      <p>
        {t("copy.later", { endsOn, lastDay, count })}{" "}
        {mayEdit && <a href={`/cohorts/${id}/edit?endsOn=${lastDay}`}>{t("generate.extend", { enoughBy: lastDay })}</a>}
      </p>
    </Banner>
  );
}
