import { getTranslations } from "next-intl/server";
import type { ReadValue } from "@/components/audit/history-table";
import type { Day } from "@/lib/calendar";
import { codeWords } from "@/lib/code/queries";
import { printedMark } from "@/lib/completion/rules";
import { listVillages } from "@/lib/place/queries";
import { lookUp } from "@/lib/wording/lookup";

/** How a stored value of a person or of an enrolment reads in the history. */
export async function readTraineeValue(today: Day): Promise<ReadValue> {
  const [t, completion, state, warnings, ethnicity, education, category, way, villages] = await Promise.all([
    getTranslations("trainee"),
    getTranslations("completion"),
    lookUp("state"),
    getTranslations("trainee.warnings"),
    codeWords("ETHNICITY"),
    codeWords("EDUCATION"),
    codeWords("TRAINEE_CATEGORY"),
    codeWords("NOTICE_WAY"),
    listVillages(today),
  ]);
  const places = new Map(
    villages.map(({ code, name, township }) => [code, t("place", { township: township.name, village: name })]),
  );
  const readers: Record<string, (value: string) => string | undefined> = {
    ethnicity,
    education,
    category,
    otherCategories: category,
    noticeWay: way,
    villageCode: (code) => places.get(code),
    accepted: (name) => (warnings.has(name as "PHONE_SHARED") ? warnings(name as "PHONE_SHARED") : undefined),
    state: (name) => (state.has(`enrolment.${name}`) ? state(`enrolment.${name}`) : undefined),
    alike: () => "",
    theory: (tenths) => printedMark(Number(tenths)),
    practice: (tenths) => printedMark(Number(tenths)),
    plan: (grade) => completion(`grades.${grade as "PASSED"}`),
    because: (names) =>
      names
        .split(" ")
        .map((name) => completion(`grounds.${name as "PASSED"}`))
        .join(completion("reasons.between")),
  };
  return (field, value) => readers[field]?.(value);
}
