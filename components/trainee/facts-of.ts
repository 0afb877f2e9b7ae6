import { codeWords } from "@/lib/code/queries/words";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { ageOn, type Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

const terms = [
  "idNumber",
  "birth",
  "phone",
  "contact",
  "place",
  "ethnicity",
  "education",
  "nameTibetan",
  "category",
  "others",
  "poor",
  "pension",
  "guardian",
  "notice",
  "registered",
  "note",
] as const;

export type FactTerm = (typeof terms)[number];

/** What is registered of a person, in the order of the form and in words; numbers arrive masked. */
export async function factsOf(trainee: TraineeRecord, today: Day) {
  const [t, ethnicity, education, category, way] = await Promise.all([
    getTranslations("trainee"),
    codeWords("ETHNICITY"),
    codeWords("EDUCATION"),
    codeWords("TRAINEE_CATEGORY"),
    codeWords("NOTICE_WAY"),
  ]);
  const { township, village, renamed, noticeVersion: version } = trainee;
  const values: Record<FactTerm, string | null | undefined> = {
    idNumber: trainee.idNumber,
    birth: t("age", { day: trainee.birthDay, age: ageOn(trainee.birthDay, today) }),
    phone: trainee.phone,
    contact: trainee.villageContact,
    place:
      renamed && today > renamed.after
        ? t("placeNow", { township, village, now: renamed.township })
        : t("place", { township, village }),
    ethnicity: ethnicity(trainee.ethnicity),
    education: trainee.education && education(trainee.education),
    nameTibetan: trainee.nameTibetan,
    category: category(trainee.category),
    others: trainee.otherCategories.map(category).join(t("between")),
    poor: t(trainee.registeredPoor ? "yes" : "no"),
    pension: t(trainee.pensionInsured ? "record.insured" : "record.notInsured"),
    guardian: [trainee.guardianName, trainee.guardianPhone].filter(Boolean).join(" "),
    notice: t("record.noticeValue", { version, way: way(trainee.noticeWay), day: trainee.noticeGivenOn }),
    registered: trainee.registeredOn,
    note: trainee.note,
  };
  return terms.map((term) => ({ term, value: values[term] }));
}
