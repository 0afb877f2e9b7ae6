import { Sheet } from "@/components/layout/sheet";
import { CheckField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { setSkills } from "@/lib/qualification/actions";
import { listOccupations } from "@/lib/qualification/queries/skills";
import { getTranslations } from "@/lib/wording/translations";

type Props = { trainerId: string; skills: string[]; mayEdit: boolean };

/** What a trainer can teach: a box for each occupation that courses train for; for who only reads, the words. */
export async function SkillsForm({ trainerId, skills, mayEdit }: Props) {
  const [t, occupations] = await Promise.all([getTranslations("qualification"), listOccupations(skills)]);
  const none = mayEdit ? t("noOccupations") : t("noSkills");

  return (
    <Sheet title={t("skills")} note={t("skillsNote")}>
      <div className="sheet-body">
        {(mayEdit ? occupations : skills).length === 0 && <p className="muted">{none}</p>}
        {!mayEdit && <p>{skills.join(t("between"))}</p>}
        {mayEdit && occupations.length > 0 && (
          <Form id="skills" action={setSkills} submissionKey={newSubmissionKey()} aria-label={t("skills")}>
            <input type="hidden" name="trainerId" value={trainerId} />
            {skills.map((skill) => (
              <input type="hidden" name="seen[]" value={skill} key={skill} />
            ))}
            <div className="choice-row">
              {occupations.map((occupation) => (
                <CheckField
                  key={occupation}
                  name="skills"
                  ofList
                  label={occupation}
                  value={occupation}
                  defaultChecked={skills.includes(occupation)}
                />
              ))}
            </div>
            <Submit>{t("skillsSave")}</Submit>
          </Form>
        )}
      </div>
    </Sheet>
  );
}
