import { remediesOf } from "@/components/cohort/remedies";
import { Banner } from "@/components/ui/banner";
import type { Actor } from "@/lib/auth/actor";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { Finding } from "@/lib/cohort/rules/opening";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  findings: Finding[];
  cohort: CohortRecord;
  actor: Actor;
  /** For whoever decides: nothing to say is nothing said. */
  reviewed?: boolean;
};

/** What is missing, then what is worth a word, each a sentence; where it is mended is one click away. */
export async function Findings({ findings, cohort, actor, reviewed }: Props) {
  const t = await getTranslations("cohort.findings");
  if (findings.length === 0) return reviewed ? null : <p className="muted">{t("ready")}</p>;

  const remedies = remediesOf(cohort, actor);
  const groups = [
    { lead: reviewed ? "blocksApproval" : "blocks", found: findings.filter(({ blocks }) => blocks) },
    { lead: reviewed ? "toReviewer" : "warns", found: findings.filter(({ blocks }) => !blocks) },
  ] as const;

  return groups
    .filter(({ found }) => found.length > 0)
    .map(({ lead, found }) => (
      <Banner kind="warn" lead={t(lead)} key={lead}>
        <ul className="bullets">
          {found.map(({ name, figures }) => (
            <li key={name}>{remedies[name] ? <a href={remedies[name]}>{t(name, figures)}</a> : t(name, figures)}</li>
          ))}
        </ul>
      </Banner>
    ));
}
