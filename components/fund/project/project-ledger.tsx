import { RecordTable } from "@/components/fund/record/project-records";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";

type Props = { kind: "appropriation" | "disbursement" | "progress"; records: MoneyRecord[] };

/** Every record of a project in one ledger, whatever its state. */
export async function ProjectLedger({ kind, records }: Props) {
  const t = await getTranslations("project.ledgers");
  const title = t(kind, { count: records.length });

  return (
    <Sheet title={title} note={records.length > 0 && t("note")}>
      {records.length > 0 ? (
        <RecordTable records={records} caption={title} about="paper" />
      ) : (
        <Empty lead={t("empty")} text={t(`none.${kind}`)} />
      )}
    </Sheet>
  );
}
