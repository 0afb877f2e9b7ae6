import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import type { Figures, RefusalName } from "@/lib/refusal/refusal";
import { refusalWords } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  /** What the command would answer: the same rule says it before anybody fills in a form. */
  no: { refusal: RefusalName; figures: Figures };
  title: string;
  back: string;
};

/** In the place of a form that would refuse whoever opened it: why, and the way back. */
export async function NotNow({ no, title, back }: Props) {
  const [say, t] = await Promise.all([refusalWords(), getTranslations("common")]);
  return (
    <Sheet title={title}>
      <div data-refusal={no.refusal}>
        <Empty lead={say(no)} action={<a href={back}>{t("back")}</a>} />
      </div>
    </Sheet>
  );
}
