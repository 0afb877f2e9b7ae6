import { Sheet } from "@/components/layout/sheet";
import { Link } from "@/components/ui/link";
import { getTranslations } from "@/lib/wording/translations";

/** R45, R46: marks and leave that wait for this approver; nothing when none does. */
export async function AttendanceWaiting({ pending, leaves }: { pending: number; leaves: number }) {
  if (pending + leaves === 0) return null;
  const t = await getTranslations("today.attendance");
  const counts = { pending, leaves };
  return (
    <Sheet title={t("title")}>
      <ul className="todo">
        {(["pending", "leaves"] as const)
          .filter((of) => counts[of] > 0)
          .map((of) => (
            <li key={of}>
              <div>
                <Link href={`/attendance#${of}`}>{t(of, { count: counts[of] })}</Link>
                <p>{t("text")}</p>
              </div>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}
