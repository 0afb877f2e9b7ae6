import "server-only";
import { countAudit, eachAudit } from "@/lib/audit/queries/file";
import { auditFilter } from "@/lib/audit/schema";
import { tellEntries } from "@/lib/report/queries/log/told";
import { report } from "@/lib/report/sheet/report";
import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { translatorOf } from "@/lib/wording/translations";

/** 操作记录 as the auditor's page shows it, by the same filter and in the same words. */
export const auditReport = report({
  kind: "audit",
  permission: "audit:view",
  filter: auditFilter.omit({ before: true }),
  columns: {
    at: { kind: "text", width: 17 },
    who: { kind: "text", width: 12 },
    role: { kind: "text", width: 12 },
    act: { kind: "text", width: 30 },
    subject: { kind: "text", width: 10 },
    about: { kind: "text", width: 26 },
    changes: { kind: "text", width: 60 },
    reason: { kind: "text", width: 24 },
  },
  async open(tx, filter, { today, locale }) {
    const say = translatorOf(locale);
    const count = await countAudit(tx, filter);
    async function* rows() {
      for await (const entries of eachAudit(tx, filter)) {
        const told = await tellEntries(entries, locale, tx);
        yield told.map(({ at, actorName, role, act, kind, about, why, changes }) => ({
          at: `${dayOfInstant(at)} ${clockOfInstant(at)}`,
          who: actorName,
          role,
          act,
          subject: kind,
          about,
          changes: changes
            .map(({ label, before, after }) =>
              say("audit.told", { label, before: before ?? "-", after, change: String(before !== undefined) }),
            )
            .join(say("report.file.between")),
          reason: why,
        }));
      }
    }
    return {
      about: today,
      screen: "/admin/audit",
      lines: [say("report.kinds.audit.head", { from: filter.from ?? "-", to: filter.to ?? "-" })],
      count,
      rows: rows(),
      foot: () => [],
    };
  },
});
