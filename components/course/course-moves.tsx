import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { archiveCourse, openCourse } from "@/lib/course/actions";
import type { CourseRecord } from "@/lib/course/queries";
import { mayCourseBecome } from "@/lib/course/rules";
import { getTranslations } from "@/lib/wording/translations";

const moves = [
  { to: "ARCHIVED", word: "archive", action: archiveCourse },
  { to: "OPEN", word: "open", action: openCourse },
] as const;

/** The arrows a course may go from here, each a form of its own. */
export async function CourseMoves({ course }: { course: CourseRecord }) {
  const t = await getTranslations("course.actions");

  return moves
    .filter(({ to }) => mayCourseBecome(course.state, to))
    .map(({ word, action }) => (
      <Form key={word} id={word} action={action} submissionKey={newSubmissionKey()} version={course.version}>
        <input type="hidden" name="courseId" value={course.id} />
        <Submit main={word === "open"}>{t(word)}</Submit>
      </Form>
    ));
}
