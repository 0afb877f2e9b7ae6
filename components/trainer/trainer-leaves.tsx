import type { Leave } from "@/lib/trainer-leave/queries";
import { getTranslations } from "@/lib/wording/translations";
import { LeaveTable } from "./leave-table";

/** Under an address of its own, to which the week leads. */
export async function TrainerLeaves({ leaves, mayEdit }: { leaves: Leave[]; mayEdit: boolean }) {
  const t = await getTranslations("trainerLeave");
  return (
    <section className="sheet" id="leaves" aria-labelledby="leaves-head">
      <div className="sheet-head">
        <h2 id="leaves-head">{t("title")}</h2>
        <p>{t("note")}</p>
      </div>
      <LeaveTable leaves={leaves} mayEdit={mayEdit} />
    </section>
  );
}
