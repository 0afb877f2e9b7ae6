import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { endTeacher } from "@/lib/class-teacher/actions";
import { listPosts, type Post } from "@/lib/class-teacher/queries";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { AppointTeacher } from "./appoint-teacher";

type Props = { cohort: { id: string; startsOn: Day; endsOn: Day }; today: Day; mayEdit: boolean };

/** 班主任 of a cohort, who was it before, and from when another is. */
export async function ClassTeacherSheet({ cohort, today, mayEdit }: Props) {
  const [t, label, posts] = await Promise.all([
    getTranslations("helper"),
    labelsOf("cohort"),
    listPosts({ cohortId: cohort.id }),
  ]);
  const goesOn = ({ untilDay }: Post) => untilDay === null || untilDay > today;

  return (
    <section className="sheet" id="class-teacher" aria-labelledby="class-teacher-head">
      <div className="sheet-head">
        <h2 id="class-teacher-head">{t("teacher")}</h2>
        <p>{t("teacherNote")}</p>
      </div>
      {posts.length === 0 ? (
        <p className="sheet-body muted">{t("noTeacher")}</p>
      ) : (
        <table className="table cards headless">
          <caption className="sr-only">{t("teacher")}</caption>
          <tbody>
            {posts.map((post) => (
              <tr key={post.id}>
                <th scope="row" className="card-name">
                  <a href={`/trainers/${post.trainerId}`}>{post.name}</a>
                </th>
                <td className="card-below nowrap">
                  {post.untilDay
                    ? t("fromTo", { from: post.fromDay, to: post.untilDay })
                    : t("since", { from: post.fromDay })}
                </td>
                <td className="card-side">
                  {post.fromDay <= today && (post.untilDay === null || post.untilDay >= today) && (
                    <Badge kind="run">{t("present")}</Badge>
                  )}
                </td>
                {mayEdit && (
                  <td className="card-more">
                    {goesOn(post) && (
                      <details className="more">
                        <summary>{t("end")}</summary>
                        <Form
                          id={`end-${post.id}`}
                          action={endTeacher}
                          submissionKey={newSubmissionKey()}
                          aria-label={t("endLabel", { name: post.name })}
                        >
                          <input type="hidden" name="cohortId" value={cohort.id} />
                          <input type="hidden" name="postId" value={post.id} />
                          <DayField name="untilDay" label={label.untilDay} hint={t("endHint")} defaultValue={today} />
                          <Submit tight>{t("endSave")}</Submit>
                        </Form>
                      </details>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayEdit && <AppointTeacher cohort={cohort} today={today} />}
    </section>
  );
}
