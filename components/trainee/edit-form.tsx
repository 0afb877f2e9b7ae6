import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { StaleValues } from "@/components/ui/form/stale-values";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { listCodes } from "@/lib/code/queries/words";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { listValidNumbers } from "@/lib/completion/queries/certificates";
import { listVillages } from "@/lib/place/queries";
import { editTrainee } from "@/lib/trainee/actions";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { HomeFields, KindFields } from "./person-fields";
import { WarningTicks } from "./warning-tick";

/** What may change about a person; whoever saves second sees both versions (I27). */
export async function EditForm({ trainee, actor }: { trainee: TraineeRecord; actor: Actor }) {
  const [t, label, words] = await Promise.all([getTranslations("trainee"), labelsOf("trainee"), getMessages()]);
  const ethnicities = await listCodes("ETHNICITY", [trainee.ethnicity]);
  const home = `/trainees/${trainee.id}`;
  const stale = <StaleValues fields={label} choices={await choicesOf(actor)} href={`${home}/edit`} />;
  const mayRename = actor.role === "BASE_DIRECTOR";
  const certificates = mayRename ? await listValidNumbers(trainee.id) : [];

  return (
    <Form action={editTrainee} submissionKey={newSubmissionKey()} version={trainee.version} refused={stale}>
      <input type="hidden" name="traineeId" value={trainee.id} />
      <Sheet title={t("sections.card")}>
        {certificates.length > 0 && (
          <div className="sheet-body">
            <Banner kind="warn">{t("edit.certified", { numbers: certificates.join(t("edit.between")) })}</Banner>
          </div>
        )}
        <div className="sheet-body fields">
          <TextField
            name="name"
            label={label.name}
            hint={t(mayRename ? "hints.name" : "hints.nameLocked")}
            maxLength={60}
            defaultValue={trainee.name}
            readOnly={!mayRename}
          />
          <WarningTicks of={["SAME_NAME_AND_BIRTH", "SAME_NAME_AND_VILLAGE"]} words={words.trainee.warnings} />
          <TextField
            name="nameTibetan"
            label={label.nameTibetan}
            hint={t("hints.nameTibetan")}
            maxLength={60}
            defaultValue={trainee.nameTibetan ?? undefined}
            optional
          />
          <SelectField
            name="ethnicity"
            label={label.ethnicity}
            options={ethnicities}
            defaultValue={trainee.ethnicity}
          />
        </div>
      </Sheet>
      <HomeFields today={actor.today} trainee={trainee} />
      <KindFields trainee={trainee} />
      <div className="actions">
        <Submit main>{t("edit.save")}</Submit>
        <ButtonLink href={home}>{t("edit.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}

async function choicesOf({ today }: Actor): Promise<Record<string, Record<string, string>>> {
  const [t, ethnicity, education, category, villages] = await Promise.all([
    getTranslations("trainee"),
    listCodes("ETHNICITY"),
    listCodes("EDUCATION"),
    listCodes("TRAINEE_CATEGORY"),
    listVillages(today),
  ]);
  const words = (choices: { value: string; label: string }[]) =>
    Object.fromEntries(choices.map(({ value, label }) => [value, label]));
  const tick = { on: t("yes"), "": t("no") };
  return {
    ethnicity: words(ethnicity),
    education: words(education),
    category: words(category),
    otherCategories: words(category),
    villageCode: Object.fromEntries(villages.map(({ code, name, township }) => [code, `${township.name}${name}`])),
    registeredPoor: tick,
    pensionInsured: tick,
  };
}
