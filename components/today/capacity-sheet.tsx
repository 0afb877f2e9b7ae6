import { getFormatter } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { CapacityBar } from "@/components/ui/capacity-bar";
import { Figure } from "@/components/ui/figure";
import { KeyFigures } from "@/components/ui/key-figures";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { TrainingYear } from "@/lib/cohort/queries/year";
import type { Heads } from "@/lib/today/queries/heads";
import { hidesFew } from "@/lib/today/rules";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; year: TrainingYear; heads: Heads };

/** The year's 人次, held, promised and left, and the persons behind them; every figure leads to its records for those who may see them. */
export async function CapacitySheet({
  actor,
  year: { year, capacity, held, reserved, left, noticePercent, warningPercent },
  heads,
}: Props) {
  const [t, format] = await Promise.all([getTranslations("today.capacity"), getFormatter()]);
  const share = (count: number) => t("share", { percent: ((count / capacity) * 100).toFixed(1) });
  const cohorts = (query: string) => (may(actor.role, "cohort:view") ? `/cohorts?year=${year}&${query}` : undefined);
  const people = (place: string) =>
    may(actor.role, "trainee:view") ? `/trainees?trained=${year}&heldAt=${place}` : undefined;
  const few = (count: number) => hidesFew(actor.role, count);

  const figures = [
    {
      label: t("held"),
      swatch: "held" as const,
      figure: few(held) ? t("few") : <Figure href={cohorts("heldAt=BASE")}>{format.number(held)}</Figure>,
      unit: t("personTimes"),
      note: few(held) ? undefined : share(held),
    },
    {
      label: t("reserved"),
      swatch: "planned" as const,
      figure: <Figure href={cohorts("heldAt=BASE&state=APPROVED")}>{format.number(reserved)}</Figure>,
      unit: t("personTimes"),
      note: t("ofCohorts", { count: heads.approved }),
    },
    {
      label: t("left"),
      swatch: "left" as const,
      figure: <Figure href="/help#figures">{format.number(left)}</Figure>,
      unit: t("personTimes"),
      note: share(left),
    },
    {
      label: t("headcount"),
      figure: few(heads.headcount) ? t("few") : <Figure href={people("BASE")}>{format.number(heads.headcount)}</Figure>,
      unit: t("persons"),
      note: (
        <>
          {few(heads.repeated) ? t("repeatedFew") : t("repeated", { count: heads.repeated })}
          {heads.outside > 0 && !few(heads.outside) && (
            <>
              {t("between")}
              {t.rich("outside", {
                count: heads.outside,
                fig: (text) => <Figure href={people("OUTSIDE")}>{text}</Figure>,
              })}
            </>
          )}
        </>
      ),
    },
  ];

  return (
    <Sheet title={t("title", { year })} note={t("note", { capacity })} end={<a href="/help#figures">{t("how")}</a>}>
      <KeyFigures figures={figures} />
      <div className="sheet-body">
        <CapacityBar
          capacity={capacity}
          held={held}
          planned={reserved}
          noticeAt={noticePercent}
          warningAt={warningPercent}
        />
      </div>
    </Sheet>
  );
}
