import "server-only";
import { recordsFound } from "@/lib/fund/queries/search";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { group } from "@/lib/search/queries/group";
import { mostCounted } from "@/lib/search/rules";
import { exactWan, spokenCny } from "@/lib/value/money";

export const records = group({
  name: "records",
  permission: "dashboard:fund",
  question: ({ q, shown }) => recordsFound(q, { shown, mostCounted }),
  tell({ kind, id, documentNo, datedOn, amount, state, about }, { say }) {
    const said = state !== "APPROVED" && say(`state.record.${state}`);
    const detail = [say(`money.kinds.${kind}`), datedOn, about, said];
    return {
      id,
      title: documentNo,
      detail: detail.filter(Boolean).join(say("search.between")),
      code: say("search.wan", { cny: spokenCny(amount), amount: exactWan(amount) }),
      href: `/fund/${segmentOf[kind]}/${id}`,
    };
  },
});
