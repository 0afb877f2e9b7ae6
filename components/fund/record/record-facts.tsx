import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { formatYuan, inCapitals, spokenCny } from "@/lib/value/money";
import { Wan } from "./wan";

/** What a record says, who wrote it down and who decided when; what it takes back, or what takes it back. */
export async function RecordFacts({ record }: { record: MoneyRecord }) {
  const [t, { field }] = await Promise.all([getTranslations("money"), getMessages()]);
  const { kind, project, amount, ledger, isPlanned } = record;
  const other = (id: string) => `/fund/${segmentOf[kind]}/${id}`;

  const lines: [string, ReactNode][] = [
    [
      field.projectId,
      project && (
        <a key="project" href={`/fund/projects/${project.id}`}>
          {t("projectNamed", project)}
        </a>
      ),
    ],
    [kind === "revenue" ? field.revenueYear : field.year, !project && t("yearNamed", { year: record.year })],
    [field.ledger, ledger && t(isPlanned ? "ledgerPlanned" : "ledgerNamed", { ledger: t(`ledgers.${ledger}`) })],
    [field.item, record.item],
    [
      field.amount,
      <span key="amount">
        {t.rich("wan", { cny: spokenCny(amount), m: () => <Wan fen={amount} exact /> })}
        <span className="muted">{t("inYuan", { yuan: formatYuan(amount) })}</span>
      </span>,
    ],
    [t("capitals"), inCapitals(amount)],
    [t(`days.${kind}`), record.datedOn],
    [t(`papers.${kind}`), record.documentNo],
    [field.certainty, record.certainty && t(`certainty.${record.certainty}`)],
    [field.basis, record.basis && t(`bases.${record.basis}`)],
    [field.payee, record.payee],
    [field.account, record.account && t(`accounts.${record.account}`)],
    [field.exceptionReason, record.exceptionReason],
    [kind === "plan" ? t("planReason") : record.reversalOfId ? t("reverseReason") : field.note, record.note],
    [
      t("reverses"),
      record.reversalOfId && (
        <a key="reverses" href={other(record.reversalOfId)}>
          {t("original")}
        </a>
      ),
    ],
    [
      t("reversedBy"),
      record.reversedById && (
        <a key="reversed" href={other(record.reversedById)}>
          {t("reversal")}
        </a>
      ),
    ],
    [t("creator"), record.creator],
    [
      t("decider"),
      record.decider && record.decidedAt && t("decided", { who: record.decider, at: moment(record.decidedAt) }),
    ],
    [t("decisionReason"), record.stateReason],
  ];

  return (
    <Sheet title={t("facts")}>
      <FactLines lines={lines} />
    </Sheet>
  );
}

/** R86: as tables write it, by the base's clock. */
const moment = (at: Date): string => shanghai.format(at);
const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});
