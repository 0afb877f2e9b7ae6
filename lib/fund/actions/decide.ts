"use server";

import { form } from "@/lib/command/form";
import type { Way } from "@/lib/command/outcome";
import * as decide from "@/lib/fund/commands/decide";
import { foreseeReversal } from "@/lib/fund/commands/foresee";
import * as reverse from "@/lib/fund/commands/reverse";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";

type Act = "record" | "approve" | "reject" | "withdraw" | "reverse";
type Asked = { kind: Kind; recordId: string };
const decides = "recordId";

/** Back to the record, or on to the next that waits; the banner names the record by its own kind. */
const toRecord = (act: Act) => (_: unknown, asked: Asked) =>
  way(`/fund/${segmentOf[asked.kind]}/${asked.recordId}`, asked, act);
const toNext = (act: Act) => (_: unknown, asked: Asked) => way("/fund/approvals", asked, act);

export const submitRecord = form(decide.submitRecord, { after: toRecord("record") });
export const approveRecord = form(decide.approveRecord, { decides, after: toNext("approve") });
export const rejectRecord = form(decide.rejectRecord, { decides, after: toNext("reject") });
export const withdrawRecord = form(decide.withdrawRecord, { decides, after: toRecord("withdraw") });
export const reverseRecord = form(reverse.reverseRecord, {
  foresee: foreseeReversal,
  after: ({ id }, asked) => way(`/fund/${segmentOf[asked.kind]}/${id}`, asked, "reverse"),
});

const way = (to: string, { kind, recordId }: Asked, act: Act): Way => ({
  to,
  says: `${kind}.${act}`,
  about: { record: [kind, recordId] },
});
