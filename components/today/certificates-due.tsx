import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import { getTranslations } from "@/lib/wording/translations";

/** Trainers whose certificates have expired or soon will; nothing when none has. */
export async function CertificatesDue({ count }: { count: number }) {
  if (count === 0) return null;
  const t = await getTranslations("today.trainers");
  return (
    <Sheet title={t("title")}>
      <ul className="todo">
        <li>
          <div>
            <Link href="/trainers?certificate=DUE">{t("due", { count })}</Link>
            <p>{t("text")}</p>
          </div>
        </li>
      </ul>
    </Sheet>
  );
}
