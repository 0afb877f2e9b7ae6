import { useTranslations } from "next-intl";
import { Reasons } from "@/components/completion/reasons";
import { EnrolmentBadge } from "@/components/enrolment/enrolment-badge";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { CompletionRow } from "@/lib/completion/queries/people";
import {
  attendanceRate,
  type ExamPart,
  finalMark,
  type Outcome,
  printedMark,
  printedRate,
} from "@/lib/completion/rules";

type RowProps = { number: number; person: CompletionRow; parts: ExamPart[]; href: string | undefined };

/** One person: what was attended and reached, what came of it or what the rules say today, and the certificate. */
export function OutcomeRow({ number, person, parts, href }: RowProps) {
  const t = useTranslations("completion");
  const rate = attendanceRate(person);
  const who = (
    <>
      {person.name}
      <small className="muted">&ensp;{t("place", { village: person.village, lastFour: person.lastFour })}</small>
    </>
  );
  return (
    <tr>
      <td className="num">{number}</td>
      <th scope="row" className="card-name">
        {href ? <a href={href}>{who}</a> : who}
      </th>
      <td className="num" data-label={t("columns.scheduled")}>
        {person.scheduled}
      </td>
      <td className="num" data-label={t("columns.attended")}>
        {person.attended ?? "–"}
      </td>
      <td className="num card-below" data-label={t("columns.rate")}>
        {rate === null ? "–" : t("percent", { rate: printedRate(rate) })}
      </td>
      {parts.map((part) => (
        <td className="num" key={part} data-label={t(`columns.${part}`)}>
          <Mark person={person} part={part} />
        </td>
      ))}
      <td className="card-side after-num">
        <OutcomeCell person={person} />
      </td>
      <td className="nowrap card-below-side">
        {person.certificate ?? <span className="muted">–</span>}
        {person.issuedName && <small className="muted">&ensp;{t("issuedName", { name: person.issuedName })}</small>}
      </td>
    </tr>
  );
}

/** The final mark; what came of the make-up says so. */
function Mark({ person, part }: { person: CompletionRow; part: ExamPart }) {
  const t = useTranslations("completion");
  const mark = finalMark(person, part);
  if (mark === null) return "–";
  return (
    <>
      {typeof mark === "number" ? printedMark(mark) : t(`grades.${mark}`)}
      {person.makeUp?.[part] != null && <small className="muted">&ensp;{t("madeUp")}</small>}
    </>
  );
}

/** Who is still in training is shown what the rules say of him today. */
function OutcomeCell({ person: { state, judged } }: { person: CompletionRow }) {
  const t = useTranslations("completion");
  if (!judged) return <EnrolmentBadge state={state} />;
  return (
    <>
      <Badge kind={kinds[judged.outcome]}>{t(`outcomes.${judged.outcome}`)}</Badge>
      <small className="muted">
        &ensp;
        <Reasons reasons={judged.reasons} />
      </small>
    </>
  );
}

const kinds: Record<Outcome, BadgeKind> = { COMPLETED: "ok", NOT_COMPLETED: "warn", OPEN: "open" };
