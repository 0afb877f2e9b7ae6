import { getTranslations } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { MoneyRecord } from "@/lib/fund/queries/decisions";
import { formatWan } from "@/lib/money";
import type { OutsideLedger } from "@/prisma/generated/enums";
import { RecordTable } from "./record-table";

/** One ledger of money that is no aid fund; what is planned and what came are two sums. */
export async function OutsideSheet({ ledger, records }: { ledger: OutsideLedger; records: MoneyRecord[] }) {
  const [t, name] = await Promise.all([getTranslations("money.outside"), getTranslations("money.ledgers")]);
  const title = t("sheet", { ledger: name(ledger), count: records.length });
  const sum = (planned: boolean) =>
    records
      .filter(({ state, isPlanned }) => state === "APPROVED" && isPlanned === planned)
      .reduce((total, { amount }) => total + amount, 0n);

  return (
    <Sheet
      title={title}
      note={t.rich("sums", {
        planned: formatWan(sum(true)),
        come: formatWan(sum(false)),
        b: (text) => <b className="nowrap text-ink">{text}</b>,
      })}
    >
      {records.length > 0 ? (
        <RecordTable records={records} caption={title} about="item" />
      ) : (
        <Empty lead={t("empty")} text={t(`emptyText.${ledger}`)} />
      )}
    </Sheet>
  );
}
