import { Sheet } from "@/components/layout/sheet";
import { Facts } from "@/components/ui/facts";
import type { Actor } from "@/lib/auth/actor";
import type { Change } from "@/lib/setting/queries";
import { getTranslations } from "@/lib/wording/translations";
import { DecideChange } from "./decide-change";
import { effectOf } from "./rate-effect";
import { settingWords } from "./words";

/** What waits for a signature, each with what it would change; the buttons are there for whoever may sign. */
export async function OpenChanges({ actor, changes }: { actor: Actor; changes: Change[] }) {
  const [t, words] = await Promise.all([getTranslations("setting"), settingWords()]);
  const signed = (change: Change) =>
    [change.director, change.reviewer, change.leader].filter(Boolean).join(t("between"));
  const effects = new Map(
    await Promise.all(changes.map(async (change) => [change.id, await effectOf(change)] as const)),
  );
  return changes.map((change) => (
    <Sheet
      key={change.id}
      title={t("waitingFor", { name: words.name(change.key) })}
      note={t("proposedBy", { name: change.proposer ?? t("unknown") })}
    >
      <div className="sheet-body flat">
        <Facts
          facts={[
            {
              term: t("columns.change"),
              value: t("fromTo", {
                from: words.value(change.previous, change.unit),
                to: words.value(change.value, change.unit),
              }),
            },
            { term: t("columns.effect"), value: effects.get(change.id) || t("nothing") },
            { term: t("columns.validFrom"), value: change.validFrom },
            { term: t("columns.document"), value: change.documentNo },
            { term: t("columns.reason"), value: change.reason },
            { term: t("columns.signed"), value: signed(change) || t("signatures.open") },
          ]}
        />
      </div>
      <DecideChange actor={actor} change={change} />
    </Sheet>
  ));
}
