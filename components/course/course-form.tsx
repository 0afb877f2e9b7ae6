import { getMessages } from "next-intl/server";
import { CourseFields } from "@/components/course/course-fields";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { StaleValues } from "@/components/ui/form/stale-values";
import { Submit } from "@/components/ui/form/submit";
import type { Choice } from "@/lib/code/queries/items";
import { listCodes } from "@/lib/code/queries/words";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { createCourse, editCourse } from "@/lib/course/actions";
import type { CourseRecord } from "@/lib/course/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** A new course, or one that is there; whoever saves second sees both versions (I27). */
export async function CourseForm({ course }: { course?: CourseRecord }) {
  const [t, label, words, kinds, pieces] = await Promise.all([
    getTranslations("course"),
    labelsOf("course"),
    getMessages(),
    listCodes("CLASSROOM_KIND", course?.practiceKinds),
    listCodes("EQUIPMENT", course?.practiceEquipment),
  ]);
  const home = course ? `/courses/${course.id}` : "/courses";
  const choices = {
    type: words.course.types,
    practiceKinds: byCode(kinds),
    practiceEquipment: byCode(pieces),
  };
  const stale = <StaleValues fields={label} choices={choices} href={`${home}/edit`} />;

  return (
    <Form
      action={course ? editCourse : createCourse}
      submissionKey={newSubmissionKey()}
      version={course?.version}
      refused={course && stale}
    >
      {course && <input type="hidden" name="courseId" value={course.id} />}
      <Sheet title={t("title")}>
        <CourseFields course={course} />
      </Sheet>
      <div className="actions">
        <Submit main>{t(course ? "save" : "create")}</Submit>
        <ButtonLink href={home}>{t("cancel")}</ButtonLink>
      </div>
    </Form>
  );
}

const byCode = (choices: Choice[]) => Object.fromEntries(choices.map(({ value, label }) => [value, label]));
