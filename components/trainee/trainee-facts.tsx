import { Sheet } from "@/components/layout/sheet";
import { Masked } from "@/components/ui/masked";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { type FactTerm, factsOf } from "./facts-of";

/** The form of registration as a record, in its order; numbers arrive masked. */
export async function TraineeFacts({ trainee, today }: { trainee: TraineeRecord; today: Day }) {
  const t = await getTranslations("trainee");
  const facts = await factsOf(trainee, today);

  return (
    <Sheet title={t("record.card")}>
      <dl className="sheet-body grid grid-cols-2 gap-x-4 gap-y-3 md:gap-x-6 lg:grid-cols-4">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="small muted">{t(`record.facts.${term}`)}</dt>
            <dd className="breaks">{value ? shown(term, value) : t("none")}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

function shown(term: FactTerm, value: string) {
  if (term === "idNumber" || term === "phone") return <Masked>{value}</Masked>;
  return term === "nameTibetan" ? <span lang="bo">{value}</span> : value;
}
