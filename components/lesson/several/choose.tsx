import type { ReactNode } from "react";
import { may } from "@/lib/auth/permissions";
import { actsFor } from "@/lib/lesson/rules/acts";
import { getTranslations } from "@/lib/wording/translations";
import type { Role } from "@/prisma/generated/enums";

type Props = {
  cohortId: string;
  role: Role;
  isOffered: boolean;
  children: ReactNode;
};

/** The timetable of a cohort as a form: what is ticked goes to the page of one act. */
export async function ChooseLessons({ cohortId, role, isOffered, children }: Props) {
  if (!isOffered) return children;

  const t = await getTranslations("lesson.several");
  return (
    <form method="get" action={`/cohorts/${cohortId}/timetable/several`}>
      {children}
      <div className="sheet-body print:hidden">
        <p className="hint">{t("hint")}</p>
        <div className="actions">
          {actsFor((permission) => may(role, permission)).map((act) => (
            <button type="submit" name="act" value={act} className="button" key={act}>
              {t(`acts.${act}`)}
            </button>
          ))}
        </div>
      </div>
    </form>
  );
}
