import { RecordTable } from "@/components/fund/record/project-records";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { outsideSums } from "@/lib/fund/rules/outside";
import type { RecordOf } from "@/lib/fund/schema/stored";
import { formatWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import type { OutsideLedger } from "@/prisma/generated/enums";

/** One ledger of money that is no aid fund; what is planned and what came are two sums. */
export async function OutsideSheet({ ledger, records }: { ledger: OutsideLedger; records: RecordOf<"outside">[] }) {
  const [t, name] = await Promise.all([getTranslations("money.outside"), getTranslations("money.ledgers")]);
  const title = t("sheet", { ledger: name(ledger), count: records.length });
  const sums = outsideSums(records, ledger);

  return (
    <Sheet
      title={title}
      note={t.rich("sums", {
        planned: formatWan(sums.planned),
        come: formatWan(sums.come),
        b: (text) => <b className="nowrap ink-text">{text}</b>,
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
