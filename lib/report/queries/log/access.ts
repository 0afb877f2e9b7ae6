import "server-only";
import { countAccessOf, eachAccess } from "@/lib/audit/queries/file";
import { accessFilter } from "@/lib/audit/schema";
import { tellAccess } from "@/lib/report/queries/log/told-access";
import { report } from "@/lib/report/sheet/report";
import { dayOfInstant } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { translatorOf } from "@/lib/wording/translations";

/** 访问日志 as the auditor's page shows it, by the same filter and in the same words. */
export const accessReport = report({
  kind: "access",
  permission: "audit:view",
  filter: accessFilter.omit({ before: true }),
  columns: {
    at: { kind: "text", width: 17 },
    who: { kind: "text", width: 12 },
    act: { kind: "text", width: 28 },
    about: { kind: "text", width: 28 },
    reason: { kind: "text", width: 32 },
    rows: { kind: "number", width: 8 },
    address: { kind: "text", width: 18 },
  },
  async open(tx, filter, { today, locale }) {
    const say = translatorOf(locale);
    async function* rows() {
      for await (const entries of eachAccess(tx, filter))
        yield tellAccess(entries, locale).map(({ id: _, at, name, ...told }) => ({
          ...{ at: `${dayOfInstant(at)} ${clockOfInstant(at)}`, who: name ?? say("audit.access.nobody") },
          ...told,
        }));
    }
    const kind = filter.kind ? say(`audit.access.kinds.${filter.kind}`) : say("report.kinds.access.all");
    return {
      about: today,
      screen: "/admin/access",
      lines: [
        say("report.kinds.access.head", {
          ...{
            from: filter.from ?? "-",
            to: filter.to ?? "-",
            kind,
            who: filter.who || say("report.kinds.access.all"),
          },
        }),
      ],
      count: await countAccessOf(tx, filter),
      rows: rows(),
      foot: () => [],
    };
  },
});
