import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { FactLines } from "@/components/ui/fact-lines";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";
import { noteOf, projectOf, reversalOf, reversedBy } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { minuteOfInstant } from "@/lib/value/clock";
import { formatYuan, inCapitals, spokenCny } from "@/lib/value/money";
import type { Labels } from "@/lib/wording/labels";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { Wan } from "./wan";

/** What a record says, who wrote it down and who decided when; what it takes back, or what takes it back. */
export async function RecordFacts({ record }: { record: MoneyRecord }) {
  const { kind, amount } = record;
  const [t, label, reversing] = await Promise.all([getTranslations("money"), labelsOf(kind), labelsOf("reversal")]);
  const [project, reversal, reversed] = [projectOf(record), reversalOf(record), reversedBy(record)];
  const other = (id: string) => `/fund/${segmentOf[kind]}/${id}`;

  const lines: Line[] = [
    [
      label.projectId,
      project && (
        <a key="project" href={`/fund/projects/${project.id}`}>
          {t("projectNamed", project)}
        </a>
      ),
    ],
    [label.year, !project && t("yearNamed", { year: record.year })],
    ...beforeAmount(record, t, label),
    [
      label.amount,
      <span key="amount">
        {t.rich("wan", { cny: spokenCny(amount), m: () => <Wan fen={amount} exact /> })}
        <span className="muted">{t("inYuan", { yuan: formatYuan(amount) })}</span>
      </span>,
    ],
    [t("capitals"), inCapitals(amount)],
    [label.datedOn, record.datedOn],
    [label.documentNo, record.documentNo],
    ...afterPaper(record, t, label),
    [kind === "plan" ? label.reason : reversal ? reversing.reason : label.note, noteOf(record)],
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
function beforeAmount(record: MoneyRecord, t: Words, label: Labels<Kind>): Line[] {
  if (record.kind !== "outside") return [];
  const { ledger, isPlanned, item } = record;
  return [
    [label.ledger, t(isPlanned ? "ledgerPlanned" : "ledgerNamed", { ledger: t(`ledgers.${ledger}`) })],
    [label.item, item],
  ];
}

/** What only some kinds say. */
function afterPaper(record: MoneyRecord, t: Words, label: Labels<Kind>): Line[] {
  switch (record.kind) {
    case "revenue":
      return [[label.certainty, t(`certainty.${record.certainty}`)]];
    case "plan":
      return [[label.basis, record.basis && t(`bases.${record.basis}`)]];
    case "disbursement":
      return [
        [label.payee, record.payee],
        [label.account, t(`accounts.${record.account}`)],
        [label.exceptionReason, record.exceptionReason],
      ];
    default:
      return [];
  }
}

type Line = [string, ReactNode];
type Words = Awaited<ReturnType<typeof getTranslations<"money">>>;
