import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { Change } from "@/lib/setting/queries";
import { signaturesOf } from "@/lib/setting/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";
import type { SettingState } from "@/prisma/generated/enums";
import { effectOf } from "./rate-effect";
import { settingWords } from "./words";

const kinds: Record<SettingState, BadgeKind> = { PROPOSED: "warn", APPROVED: "ok", REJECTED: "bad", WITHDRAWN: "open" };

/** Who proposed what, who signed, and how it ended. */
export async function ChangeTable({ changes }: { changes: Change[] }) {
  const [t, words] = await Promise.all([getTranslations("setting"), settingWords()]);
  const effects = new Map(
    await Promise.all(changes.map(async (change) => [change.id, await effectOf(change)] as const)),
  );
  return (
    <table className="table cards">
      <caption className="sr-only">{t("changes")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.validFrom")}</th>
          <th scope="col">{t("columns.change")}</th>
          <th scope="col">{t("columns.proposer")}</th>
          <th scope="col">{t("columns.signed")}</th>
          <th scope="col">{t("columns.state")}</th>
          <th scope="col">{t("columns.ground")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <td className="nowrap card-below" data-label={t("columns.validFrom")}>
              {change.validFrom}
            </td>
            <th scope="row" className="card-name">
              {t("fromTo", {
                from: words.value(change.previous, change.unit),
                to: words.value(change.value, change.unit),
              })}
              <p className="small muted">{effects.get(change.id)}</p>
            </th>
            <td className="card-below-side">
              {change.proposer ?? t("unknown")}
              <p className="small muted nowrap">{minuteOfInstant(change.createdAt)}</p>
            </td>
            <td>
              <Signatures change={change} />
            </td>
            <td className="card-side">
              <Badge kind={kinds[change.state]}>{t(`states.${change.state}`)}</Badge>
              {change.decidedAt && <p className="small muted nowrap">{minuteOfInstant(change.decidedAt)}</p>}
            </td>
            <td className="muted">
              {change.reason} · {change.documentNo}
              {change.stateReason && <p>{t("stateReason", { reason: change.stateReason })}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each line that has to be signed, with the name on it or still empty. */
export async function Signatures({ change }: { change: Change }) {
  const t = await getTranslations("setting.signatures");
  const names = { directorId: change.director, reviewerId: change.reviewer, leaderId: change.leader };
  return (
    <ul>
      {signaturesOf[change.domain].map((signature) => (
        <li key={signature} className="nowrap">
          {t(signature, { name: names[signature] ?? t("open") })}
        </li>
      ))}
    </ul>
  );
}
