import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { listMergesOf } from "@/lib/trainee/queries/merge";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { getTranslations } from "@/lib/wording/translations";

/** I28: a year later a record still says which rows were merged, when, why, and who signed; a merged one leads to the kept. */
export async function MergedBanner({ trainee }: { trainee: TraineeRecord }) {
  const [t, merges] = await Promise.all([getTranslations("trainee.merge"), listMergesOf(trainee.id)]);
  if (merges.length === 0) return null;

  const { mergedInto } = trainee;
  return (
    <Banner kind={mergedInto ? "warn" : "info"}>
      {mergedInto && (
        <p>
          {t("restsHere")} <Link href={`/trainees/${mergedInto.id}`}>{t("openKept", { name: mergedInto.name })}</Link>
        </p>
      )}
      {merges.map(({ id, kept, merged, ...signed }) => {
        const other = kept.id === trainee.id ? merged : kept;
        return (
          <p key={id}>
            {t(other === merged ? "tookIn" : "wentInto", signed)}{" "}
            <Link href={`/trainees/${other.id}`}>{other.name}</Link>
          </p>
        );
      })}
    </Banner>
  );
}
