import { Facts } from "@/components/ui/facts";
import type { ClassroomRecord } from "@/lib/classroom/queries";
import { codeWords } from "@/lib/code/queries/words";
import { getTranslations } from "@/lib/wording/translations";

/** What a classroom is for and what stands in it, in one line. */
export async function ClassroomFacts({ room }: { room: ClassroomRecord }) {
  const [t, kindOf, nameOf] = await Promise.all([
    getTranslations("classroom"),
    codeWords("CLASSROOM_KIND"),
    codeWords("EQUIPMENT"),
  ]);
  const equipment = room.equipment.map(({ code, count }) => t("piece", { name: nameOf(code), count }));

  return (
    <div className="sheet">
      <div className="sheet-body flat">
        <Facts
          facts={[
            { term: t("kind"), value: kindOf(room.kind) },
            { term: t("equipment"), value: equipment.join(t("between")) || t("noEquipment") },
          ]}
        />
      </div>
    </div>
  );
}
