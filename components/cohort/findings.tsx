import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import type { Finding } from "@/lib/cohort/rules";

type Props = {
  findings: Finding[];
  cohortId: string;
  /** For whoever decides: nothing to say is nothing said. */
  reviewed?: boolean;
};

/** What is missing, then what is worth a word, each a sentence; where it is mended is one click away. */
export async function Findings({ findings, cohortId, reviewed }: Props) {
  const t = await getTranslations("cohort.findings");
  if (findings.length === 0) return reviewed ? null : <p className="muted">{t("ready")}</p>;

  const groups = [
    { kind: "blocks", found: findings.filter(({ blocks }) => blocks) },
    { kind: "warns", found: findings.filter(({ blocks }) => !blocks) },
  ] as const;

  return groups
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => (
      <Banner kind="warn" lead={t(reviewed ? "toReviewer" : kind)} key={kind}>
        <ul className="list-disc pl-5">
          {found.map(({ name, figures }) => (
            <li key={name}>
              {remedies[name] ? (
                <a href={remedies[name].replace("…", `/cohorts/${cohortId}`)}>{t(name, figures)}</a>
              ) : (
                t(name, figures)
              )}
            </li>
          ))}
        </ul>
      </Banner>
    ));
}

const remedies: Partial<Record<Finding["name"], string>> = {
  COURSE_NOT_OPEN: "/courses",
  PERIODS_TOO_FEW: "…/timetable",
  DAY_TOO_LONG: "…/timetable",
  NO_CLASSROOM: "…/timetable",
  NO_LESSONS: "…/timetable",
  PERIODS_BELOW_COURSE: "…/timetable",
  DAY_LONG: "…/timetable",
  THEORY_SHORT: "…/timetable",
  PRACTICE_SHORT: "…/timetable",
  TOO_FEW_TRAINEES: "…/applications",
  START_PASSED: "…/edit",
};
