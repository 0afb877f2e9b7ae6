import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { Masked } from "@/components/ui/masked";
import { codeWords } from "@/lib/code/queries/words";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { ageOn, type Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

/** The form of registration as a record, in its order; numbers arrive masked. */
export async function TraineeFacts({ trainee, today }: { trainee: TraineeRecord; today: Day }) {
  const t = await getTranslations("trainee");
  const facts = await listFacts(trainee, today);

  return (
    <Sheet title={t("record.card")}>
      <dl className="sheet-body grid grid-cols-2 gap-x-4 gap-y-3 md:gap-x-6 lg:grid-cols-4">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="small muted">{t(`record.facts.${term}`)}</dt>
            <dd className="breaks">{value || t("none")}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

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

async function listFacts(trainee: TraineeRecord, today: Day) {
  const [t, ethnicity, education, category, way] = await Promise.all([
    getTranslations("trainee"),
    codeWords("ETHNICITY"),
    codeWords("EDUCATION"),
    codeWords("TRAINEE_CATEGORY"),
    codeWords("NOTICE_WAY"),
  ]);
  const { township, village, renamed, noticeVersion: version } = trainee;
  const values: Record<(typeof terms)[number], ReactNode> = {
    idNumber: <Masked>{trainee.idNumber}</Masked>,
    birth: t("age", { day: trainee.birthDay, age: ageOn(trainee.birthDay, today) }),
    phone: trainee.phone && <Masked>{trainee.phone}</Masked>,
    contact: trainee.villageContact,
    place:
      renamed && today > renamed.after
        ? t("placeNow", { township, village, now: renamed.township })
        : t("place", { township, village }),
    ethnicity: ethnicity(trainee.ethnicity),
    education: trainee.education && education(trainee.education),
    nameTibetan: trainee.nameTibetan && <span lang="bo">{trainee.nameTibetan}</span>,
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
