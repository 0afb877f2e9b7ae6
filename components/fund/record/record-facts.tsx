import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { noteOf, projectOf, reversalOf, reversedBy } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { minuteOfInstant } from "@/lib/value/clock";
import { formatYuan, inCapitals, spokenCny } from "@/lib/value/money";
import { Wan } from "./wan";

/** What a record says, who wrote it down and who decided when; what it takes back, or what takes it back. */
export async function RecordFacts({ record }: { record: MoneyRecord }) {
  const [t, { field }] = await Promise.all([getTranslations("money"), getMessages()]);
  const { kind, amount } = record;
  const [project, reversal, reversed] = [projectOf(record), reversalOf(record), reversedBy(record)];
  const other = (id: string) => `/fund/${segmentOf[kind]}/${id}`;

  const lines: Line[] = [
    [
      field.projectId,
      project && (
        <a key="project" href={`/fund/projects/${project.id}`}>
          {t("projectNamed", project)}
        </a>
      ),
    ],
    [kind === "revenue" ? field.revenueYear : field.year, !project && t("yearNamed", { year: record.year })],
    ...beforeAmount(record, t, field),
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
    ...afterPaper(record, t, field),
    [kind === "plan" ? t("planReason") : reversal ? t("reverseReason") : field.note, noteOf(record)],
    [
      t("reverses"),
      reversal && (
        <a key="reverses" href={other(reversal)}>
          {t("original")}
        </a>
      ),
    ],
    [
      t("reversedBy"),
      reversed && (
        <a key="reversed" href={other(reversed)}>
          {t("reversal")}
        </a>
      ),
    ],
    [t("creator"), record.creator],
    [
      t("decider"),
      record.decider &&
        record.decidedAt &&
        t("decided", { who: record.decider, at: minuteOfInstant(record.decidedAt) }),
    ],
    [t("decisionReason"), record.stateReason],
  ];

  return (
    <Sheet title={t("facts")}>
      <FactLines lines={lines} />
    </Sheet>
  );
}

/** Which ledger beside the fund, and what was given. */
function beforeAmount(record: MoneyRecord, t: Words, field: Fields): Line[] {
  if (record.kind !== "outside") return [];
  const { ledger, isPlanned, item } = record;
  return [
    [field.ledger, t(isPlanned ? "ledgerPlanned" : "ledgerNamed", { ledger: t(`ledgers.${ledger}`) })],
    [field.item, item],
  ];
}

/** What only some kinds say. */
function afterPaper(record: MoneyRecord, t: Words, field: Fields): Line[] {
  switch (record.kind) {
    case "revenue":
      return [[field.certainty, t(`certainty.${record.certainty}`)]];
    case "plan":
      return [[field.basis, record.basis && t(`bases.${record.basis}`)]];
    case "disbursement":
      return [
        [field.payee, record.payee],
        [field.account, t(`accounts.${record.account}`)],
        [field.exceptionReason, record.exceptionReason],
      ];
    default:
      return [];
  }
}

type Line = [string, ReactNode];
type Words = Awaited<ReturnType<typeof getTranslations<"money">>>;
type Fields = Awaited<ReturnType<typeof getMessages>>["field"];
