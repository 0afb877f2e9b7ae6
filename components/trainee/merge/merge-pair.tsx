import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import { codeWords } from "@/lib/code/queries/words";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { getTranslations } from "@/lib/wording/translations";

type Pair = { kept: TraineeRecord; merged: TraineeRecord };

/** The two rows side by side; where they differ it is said in words, and no number is whole (R91). */
export async function MergePair({ kept, merged }: Pair) {
  const [t, facts, of] = await Promise.all([
    getTranslations("trainee.merge"),
    getTranslations("trainee.record.facts"),
    valuesOf(),
  ]);
  const [left, right] = [of(kept), of(merged)];

  return (
    <Sheet title={t("pair")}>
      <table className="table pair">
        <caption className="sr-only">{t("pair")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {t("kept")} <Link href={`/trainees/${kept.id}`}>{kept.name}</Link>
            </th>
            <th scope="col">
              {t("merged")} <Link href={`/trainees/${merged.id}`}>{merged.name}</Link>
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term}>
              <th scope="row">
                {facts(term)}
                {left[term] !== right[term] && <span className="small muted"> {t("differs")}</span>}
              </th>
              <td>{left[term]}</td>
              <td>{right[term]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

const terms = ["idNumber", "birth", "phone", "place", "ethnicity", "category", "registered"] as const;

async function valuesOf() {
  const [t, ethnicity, category] = await Promise.all([
    getTranslations("trainee"),
    codeWords("ETHNICITY"),
    codeWords("TRAINEE_CATEGORY"),
  ]);
  return (trainee: TraineeRecord): Record<(typeof terms)[number], string> => ({
    idNumber: trainee.idNumber,
    birth: trainee.birthDay,
    phone: trainee.phone || t("none"),
    place: t("place", { township: trainee.township, village: trainee.village }),
    ethnicity: ethnicity(trainee.ethnicity),
    category: category(trainee.category),
    registered: trainee.registeredOn,
  });
}
