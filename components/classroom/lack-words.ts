import type { Lack } from "@/lib/classroom/rules";
import { codeWords } from "@/lib/code/queries/words";
import { getTranslations } from "@/lib/wording/translations";

/** What a classroom lacks, in words of the code tables: 烹饪教室、灶台. */
export async function lackWords(): Promise<(lack: Lack) => string> {
  const [t, kindOf, pieceOf] = await Promise.all([
    getTranslations("lesson.fitting"),
    codeWords("CLASSROOM_KIND"),
    codeWords("EQUIPMENT"),
  ]);
  return ({ kinds, equipment }) =>
    [
      ...(kinds.length > 0 ? [t("room", { kinds: kinds.map(kindOf).join(t("or")) })] : []),
      ...equipment.map(pieceOf),
    ].join(t("between"));
}
