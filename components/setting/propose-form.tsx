import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { proposeSetting } from "@/lib/setting/actions";
import { addDays, type Day } from "@/lib/value/calendar";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { findRateEffect } from "./rate-effect";
import { ValueField } from "./value-field";
import { settingWords } from "./words";

type Props = {
  settingKey: string;
  unit: string;
  least: number;
  most: number;
  /** In force today. */
  value: number | undefined;
  today: Day;
  years?: number[];
};

/** Proposes another value of one figure; a demand is chosen, not typed; of a year's capacity the year takes the place of the day. */
export async function ProposeForm({ settingKey, unit, least, most, value, today, years }: Props) {
  const [t, label, words, { setting }, known] = await Promise.all([
    getTranslations("setting"),
    labelsOf("setting"),
    settingWords(),
    getMessages(),
    findRateEffect(settingKey, value ?? 0),
  ]);
  return (
    <Sheet title={t("propose")} note={t(years ? "proposeCapacityNote" : "proposeNote")}>
      <div className="sheet-body">
        <Form action={proposeSetting} submissionKey={newSubmissionKey()} id="propose" aria-label={t("propose")}>
          <div className="fields">
            <input type="hidden" name="key" value={settingKey} />
            {years ? (
              <SelectField
                name="validFrom"
                label={t("capacity.year")}
                options={years.map((year) => ({ value: `${year}-01-01`, label: String(year) }))}
              />
            ) : (
              <DayField name="validFrom" label={label.validFrom} defaultValue={addDays(today, 1)} min={today} />
            )}
            {unit === "DEMAND" ? (
              <SelectField
                name="value"
                label={label.value}
                defaultValue={String(value ?? most)}
                options={[least, most].map((one) => ({ value: String(one), label: words.value(one, unit) }))}
              />
            ) : (
              <ValueField
                label={label.value}
                hint={t("rangeOf", { least: words.value(least, unit), most: words.value(most, unit) })}
                unit={unit}
                suffix={words.unit(unit)}
                effect={known && { known, words: await sentences(setting.rate) }}
              />
            )}
            <TextField name="documentNo" label={label.documentNo} maxLength={60} />
          </div>
          <TextArea name="reason" label={label.reason} maxLength={500} />
          <Submit main>{t("propose")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
