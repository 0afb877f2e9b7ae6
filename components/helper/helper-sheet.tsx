import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { removeHelper } from "@/lib/lesson-helper/actions";
import { findCompany } from "@/lib/lesson-helper/queries";
import { getTranslations } from "@/lib/wording/translations";
import { AddHelper } from "./add-helper";

/** Who is in a lesson beside its trainer: its helpers, and the class teachers of its cohorts, who need no row each. */
export async function HelperSheet({ lesson, mayEdit }: { lesson: LessonRecord; mayEdit: boolean }) {
  const [t, { helpers, teachers }] = await Promise.all([getTranslations("helper"), findCompany(lesson.id)]);
  return (
    <section className="sheet" id="helpers" aria-labelledby="helpers-head">
      <div className="sheet-head">
        <h2 id="helpers-head">{t("title")}</h2>
        <p>{t("note")}</p>
      </div>
      {helpers.length + teachers.length === 0 && <p className="sheet-body muted">{t("none")}</p>}
      {helpers.length + teachers.length > 0 && (
        <table className="table cards headless">
          <caption className="sr-only">{t("title")}</caption>
          <tbody>
            {teachers.map(({ trainerId, name, cohortId, number }) => (
              <tr key={cohortId}>
                <th scope="row" className="card-name">
                  <a href={`/trainers/${trainerId}`}>{name}</a>
                </th>
                <td className="card-below">{t("role.CLASS_TEACHER")}</td>
                <td className="card-more">
                  <a href={`/cohorts/${cohortId}#class-teacher`}>{t("ofCohort", { number })}</a>
                </td>
                {mayEdit && <td />}
              </tr>
            ))}
            {helpers.map(({ trainerId, name, role, clashes }) => (
              <tr key={trainerId + role}>
                <th scope="row" className="card-name">
                  <a href={`/trainers/${trainerId}`}>{name}</a>
                </th>
                <td className="card-below">{t(`role.${role}`)}</td>
                <td className="card-more">
                  {clashes.map(({ id, title, startsAt, endsAt }) => (
                    <Badge kind="warn" key={id}>
                      <a href={`/schedule/lessons/${id}`}>{t("clash", { title, from: startsAt, to: endsAt })}</a>
                    </Badge>
                  ))}
                </td>
                {mayEdit && (
                  <td className="card-side num">
                    <Form
                      id={`remove-${role}-${trainerId}`}
                      action={removeHelper}
                      submissionKey={newSubmissionKey()}
                      aria-label={t("removeLabel", { name })}
                    >
                      <input type="hidden" name="lessonId" value={lesson.id} />
                      <input type="hidden" name="trainerId" value={trainerId} />
                      <input type="hidden" name="role" value={role} />
                      <Submit tight>{t("remove")}</Submit>
                    </Form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayEdit && <AddHelper lesson={lesson} />}
    </section>
  );
}
