import { Sheet } from "@/components/layout/sheet";
import type { TrainingYear } from "@/lib/cohort/queries/year";
import { getTranslations } from "@/lib/wording/translations";

/** 怎么算的: each figure of the year in words, then the sum with today's numbers. */
export async function Figures({
  year: { year, capacity, held, reserved, left, noticePercent, warningPercent },
}: {
  year: TrainingYear;
}) {
  const t = await getTranslations("today.figures");
  const values = { year, capacity, held, reserved, left, notice: noticePercent, warning: warningPercent };

  return (
    <div id="figures">
      <Sheet title={t("title")} note={t("note", values)}>
        <div className="sheet-body">
          <dl className="grid gap-x-10 gap-y-4 min-[1180px]:grid-cols-2">
            {(["held", "reserved", "left", "headcount", "outside", "levels"] as const).map((name) => (
              <div key={name} className="prose">
                <dt>
                  <b>{t(`${name}.title`)}</b>
                </dt>
                <dd>{t(`${name}.text`, values)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Sheet>
    </div>
  );
}
