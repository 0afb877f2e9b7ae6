import { getMessages } from "next-intl/server";
import { StaleValues } from "@/components/ui/form/stale-values";
import { segmentOf } from "@/lib/fund/rules/ledger";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { labelsOf } from "@/lib/wording/lookup";

/** I27: a draft that was saved in another window meanwhile shows both versions; whoever saves second picks. */
export async function StaleDraft({ draft: { kind, id } }: { draft: MoneyRecord }) {
  const [labels, { money }] = await Promise.all([labelsOf(kind), getMessages()]);
  return (
    <StaleValues
      fields={labels}
      choices={{
        unit: { WAN: money.amount.wan, YUAN: money.amount.yuan, YI: money.amount.yi },
        account: money.accounts,
        certainty: money.certainty,
        basis: money.bases,
      }}
      href={`/fund/${segmentOf[kind]}/${id}/edit`}
      again="intent"
    />
  );
}
