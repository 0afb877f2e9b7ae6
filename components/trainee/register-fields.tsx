import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { RadioField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { listCodes } from "@/lib/code/queries/words";
import { type IdFaultName, idFaults } from "@/lib/trainee/rules/id-number";
import { noticeVersion } from "@/lib/trainee/rules/notice";
import type { Day } from "@/lib/value/calendar";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import type { Messages } from "@/lib/wording/messages";
import { getTranslations } from "@/lib/wording/translations";
import { CardProvider } from "./card";
import { IdNumberField } from "./id-number-field";
import { HomeFields, KindFields } from "./person-fields";
import { WarningTicks } from "./warning-tick";

type Props = { today: Day; name?: string | undefined };

/** All that is asked of somebody new, the card first; also inside the form that enrols a walk-in. */
export function RegisterFields({ today, name }: Props) {
  return (
    <CardProvider>
      <CardFields today={today} name={name} />
      <HomeFields today={today} />
      <KindFields />
      <NoticeFields today={today} />
    </CardProvider>
  );
}

async function CardFields({ today, name }: Props) {
  const [t, label, words, ethnicities] = await Promise.all([
    getTranslations("trainee"),
    labelsOf("trainee"),
    getMessages(),
    listCodes("ETHNICITY"),
  ]);
  const { trainee } = words;
  const card = await sentences({ ...trainee.card, sex: trainee.sex, faults: faultsIn(words) });

  return (
    <Sheet title={t("sections.card")}>
      <div className="sheet-body">
        <div className="fields">
          <IdNumberField label={label.idNumber} hint={t("hints.idNumber")} today={today} words={card} />
          <WarningTicks of={["COUNTY_UNKNOWN", "ABOVE_WORKING_AGE"]} words={trainee.warnings} />
          <TextField name="name" label={label.name} hint={t("hints.name")} maxLength={60} defaultValue={name} />
          <WarningTicks of={["SAME_NAME_AND_BIRTH", "SAME_NAME_AND_VILLAGE"]} words={trainee.warnings} />
          <TextField
            name="nameTibetan"
            label={label.nameTibetan}
            hint={t("hints.nameTibetan")}
            maxLength={60}
            optional
          />
          <SelectField
            name="ethnicity"
            label={label.ethnicity}
            options={ethnicities}
            defaultValue={ethnicities[0]?.value}
          />
        </div>
      </div>
    </Sheet>
  );
}

/** R96: nobody is registered before he was told what becomes of his data. */
async function NoticeFields({ today }: { today: Day }) {
  const [t, label, ways] = await Promise.all([
    getTranslations("trainee"),
    labelsOf("trainee"),
    listCodes("NOTICE_WAY"),
  ]);

  return (
    <Sheet title={t("sections.notice")} note={t("notice.how")}>
      <div className="sheet-body">
        <div className="prose mb-4">
          <h3>{t("notice.title", { version: noticeVersion })}</h3>
          <p>{t("notice.purpose")}</p>
          <p>{t("notice.protection")}</p>
          <p>{t("notice.rights")}</p>
        </div>
        <RadioField name="noticeWay" label={label.noticeWay} options={ways} inLine />
        <DayField
          name="noticeGivenOn"
          label={label.noticeGivenOn}
          hint={t("hints.noticeGivenOn")}
          defaultValue={today}
          max={today}
        />
      </div>
    </Sheet>
  );
}

/** R1: what the browser says of a number while it is typed, in the words of the server's refusal. */
function faultsIn({ refusal }: Messages): Record<IdFaultName, string> {
  const { other, ...cases }: Record<string, string> & { other: string } = refusal.ID_NUMBER_WRONG;
  return Object.fromEntries(idFaults.map((fault) => [fault, cases[fault] ?? other])) as Record<IdFaultName, string>;
}
