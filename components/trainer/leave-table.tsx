import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { cancelLeave } from "@/lib/trainer-leave/actions";
import type { Leave } from "@/lib/trainer-leave/queries";
import { getTranslations } from "@/lib/wording/translations";

/** The leaves of a trainer from today on; the reason is for those who note it down, the days for all who plan. */
export async function LeaveTable({ leaves, mayEdit }: { leaves: Leave[]; mayEdit: boolean }) {
  const t = await getTranslations("trainerLeave");
  if (leaves.length === 0) return <Empty lead={t("none")} />;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("to")}</th>
          {mayEdit && <th scope="col">{t("reason")}</th>}
          {mayEdit && (
            <th scope="col">
              <span className="sr-only">{t("cancel")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {leaves.map(({ id, trainerId, startsOn, endsOn, reason }) => (
          <tr key={id}>
            <th scope="row" className="card-name nowrap">
              {startsOn}
            </th>
            <td className="card-below nowrap" data-label={t("to")}>
              {endsOn}
            </td>
            {mayEdit && <td className="card-below-side">{reason}</td>}
            {mayEdit && (
              <td className="card-side num">
                <Form
                  id={`cancel-${id}`}
                  action={cancelLeave}
                  submissionKey={newSubmissionKey()}
                  aria-label={t("cancelLabel", { from: startsOn })}
                >
                  <input type="hidden" name="trainerId" value={trainerId} />
                  <input type="hidden" name="leaveId" value={id} />
                  <Submit tight>{t("cancel")}</Submit>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
