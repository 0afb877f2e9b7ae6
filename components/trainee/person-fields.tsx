import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { CheckField, SelectField } from "@/components/ui/form/choice-field";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { listCodes } from "@/lib/code/queries/words";
import { listVillages, type Village } from "@/lib/place/queries";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { Guardian } from "./guardian";
import { VillageField } from "./village-field";
import { WarningTicks } from "./warning-tick";

type Props = { today: Day; trainee?: TraineeRecord | undefined };

/** Where a person lives and how to reach him; a guardian for those under age (R8, R11). */
export async function HomeFields({ today, trainee }: Props) {
  const [t, label, { trainee: words }, villages] = await Promise.all([
    getTranslations("trainee"),
    labelsOf("trainee"),
    getMessages(),
    listVillages(today),
  ]);
  const known = (masked: string | null | undefined, hint: string) =>
    masked ? t("hints.phoneKnown", { masked }) : hint;

  return (
    <Sheet title={t("sections.home")}>
      <div className="sheet-body">
        <div className="fields">
          <VillageField
            label={label.villageCode}
            hint={t("hints.village")}
            fallbackHint={t("hints.villageList")}
            empty={t("placeholders.village")}
            villages={groupsOf(villages, trainee)}
            defaultValue={trainee?.villageCode}
          />
          <TextField
            name="phone"
            label={label.phone}
            hint={known(trainee?.phone, t("hints.phone"))}
            inputMode="tel"
            maxLength={30}
            optional
          />
          <WarningTicks of={["PHONE_SHARED"]} words={words.warnings} />
          {trainee?.phone && <CheckField name="withoutPhone" label={t("withoutPhone")} hint={t("withoutPhoneHint")} />}
          <TextField
            name="villageContact"
            label={label.villageContact}
            hint={t("hints.villageContact")}
            maxLength={60}
            defaultValue={trainee?.villageContact ?? undefined}
            optional
          />
        </div>
        <Guardian summary={t("sections.guardian")} today={today} known={Boolean(trainee?.guardianName)}>
          <TextField
            name="guardianName"
            label={label.guardianName}
            maxLength={60}
            defaultValue={trainee?.guardianName ?? undefined}
            optional
          />
          <TextField
            name="guardianPhone"
            label={label.guardianPhone}
            hint={known(trainee?.guardianPhone, t("hints.guardianPhone"))}
            inputMode="tel"
            maxLength={30}
            optional
          />
        </Guardian>
      </div>
    </Sheet>
  );
}

/** R9, R10: the categories a subsidy rests on, and the few other things the form of registration asks. */
export async function KindFields({ trainee }: Pick<Props, "trainee">) {
  const [t, label, categories, educations] = await Promise.all([
    getTranslations("trainee"),
    labelsOf("trainee"),
    listCodes("TRAINEE_CATEGORY", [trainee?.category, ...(trainee?.otherCategories ?? [])]),
    listCodes("EDUCATION", [trainee?.education]),
  ]);

  return (
    <Sheet title={t("sections.kind")}>
      <div className="sheet-body">
        <div className="fields">
          <SelectField
            name="category"
            label={label.category}
            empty={t("placeholders.category")}
            options={categories}
            defaultValue={trainee?.category}
          />
          <SelectField
            name="education"
            label={label.education}
            empty={t("placeholders.education")}
            options={educations}
            defaultValue={trainee?.education ?? undefined}
            optional
          />
        </div>
        <CheckField
          name="registeredPoor"
          label={label.registeredPoor}
          hint={t("poorHint")}
          defaultChecked={trainee?.registeredPoor}
        />
        <CheckField
          name="pensionInsured"
          label={label.pensionInsured}
          hint={t("pensionHint")}
          defaultChecked={trainee?.pensionInsured}
        />
        <div className="mb-4">
          <More summary={t("sections.more")} open={Boolean(trainee?.otherCategories.length)}>
            <div className="fields">
              {categories.map(({ value, label: category }) => (
                <CheckField
                  key={value}
                  name="otherCategories"
                  label={category}
                  value={value}
                  defaultChecked={trainee?.otherCategories.includes(value)}
                  ofList
                />
              ))}
            </div>
          </More>
        </div>
        <TextArea
          name="note"
          label={label.note}
          hint={t("hints.note")}
          maxLength={500}
          rows={2}
          defaultValue={trainee?.note}
          optional
        />
      </div>
    </Sheet>
  );
}

/** The villages in force, by township; the one a person is registered in stays, also after it was merged away. */
function groupsOf(villages: Village[], trainee: TraineeRecord | undefined) {
  const groups = new Map<string, { label: string; options: { value: string; label: string }[] }>();
  for (const { code, name, township } of villages) {
    const group = groups.get(township.code) ?? { label: township.name, options: [] };
    group.options.push({ value: code, label: name });
    groups.set(township.code, group);
  }
  const listed = !trainee || villages.some(({ code }) => code === trainee.villageCode);
  const own = listed
    ? []
    : [{ label: trainee.township, options: [{ value: trainee.villageCode, label: trainee.village }] }];
  return [...own, ...groups.values()];
}
