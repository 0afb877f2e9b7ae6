import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { listRequests } from "@/lib/person-request/queries";
import { getTranslations } from "@/lib/wording/translations";

/** R98: on the record of a person, that a request waits for its answer; nothing when none does. */
export async function OpenRequest({ traineeId }: { traineeId: string }) {
  const [t, requests] = await Promise.all([getTranslations("personRequest"), listRequests(traineeId)]);
  const open = requests.find(({ approved }) => approved === null);
  if (!open) return null;
  return (
    <Banner kind="info">
      <Link href={`/trainees/${traineeId}/own-data`}>
        {t("waits", { day: open.askedOn, kind: t(`kinds.${open.kind}`) })}
      </Link>
    </Banner>
  );
}
