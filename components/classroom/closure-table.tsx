import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { reopenClassroom } from "@/lib/classroom/actions";
import type { Closure } from "@/lib/classroom/queries";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { getTranslations } from "@/lib/wording/translations";

/** Times out of service from today on, each of which can be ended. */
export async function ClosureTable({ closures, mayChange }: { closures: Closure[]; mayChange: boolean }) {
  const t = await getTranslations("classroom");
  if (closures.length === 0) return <Empty lead={t("noClosures")} />;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("closures")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("reason")}</th>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("to")}</th>
          {mayChange && (
            <th scope="col">
              <span className="sr-only">{t("reopen")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {closures.map(({ id, classroomNumber, reason, from, to }) => (
          <tr key={id}>
            <th scope="row" className="card-name">
              {reason}
            </th>
            <td className="card-below nowrap" data-label={t("from")}>
              {from}
            </td>
            <td className="card-below-side nowrap" data-label={t("to")}>
              {to}
            </td>
            {mayChange && (
              <td className="card-side num">
                <Form
                  id={`reopen-${id}`}
                  action={reopenClassroom}
                  submissionKey={newSubmissionKey()}
                  aria-label={t("reopenLabel", { from })}
                >
                  <input type="hidden" name="closureId" value={id} />
                  <input type="hidden" name="classroomNumber" value={classroomNumber} />
                  <Submit tight>{t("reopen")}</Submit>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
