import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { approveRequest, proposeIssue, rejectRequest } from "@/lib/completion/actions";
import type { OpenRequest } from "@/lib/completion/queries/certificates";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; actor: Actor; people: CompletionRow[]; requests: OpenRequest[] };

/** R52: certificates are asked for by one person and issued by another, numbered in the order of the roster. */
export async function CertificateSheet({ cohort, actor, people, requests }: Props) {
  const t = await getTranslations("completion.certificates");
  const completed = people.filter(({ state }) => state === "COMPLETED");
  const waiting = completed.filter(({ certificate }) => !certificate).length;
  if (completed.length === 0) return null;
  const asked = requests.some(({ kind }) => kind === "ISSUE");

  return (
    <section id="certificates">
      <Sheet title={t("title")} note={t("note", { issued: completed.length - waiting, waiting })}>
        {requests.map((request) => (
          <Request key={request.id} request={request} actor={actor} waiting={waiting} />
        ))}
        {waiting > 0 && !asked && (
          <div className="sheet-body">
            {mayPropose(actor.role, "certificate:issue") ? (
              <Form action={proposeIssue} id="issue" submissionKey={newSubmissionKey()}>
                <input type="hidden" name="cohortId" value={cohort.id} />
                <Submit>{t("propose", { count: waiting })}</Submit>
              </Form>
            ) : (
              <p className="muted">{t("whoProposes")}</p>
            )}
          </div>
        )}
        {waiting === 0 && requests.length === 0 && <p className="sheet-body muted">{t("complete")}</p>}
      </Sheet>
    </section>
  );
}

async function Request({ request, actor, waiting }: { request: OpenRequest; actor: Actor; waiting: number }) {
  const [t, label] = await Promise.all([getTranslations("completion.certificates"), labelsOf("cohort")]);
  const { id, kind, proposer, proposedOn, number, reason } = request;
  const decides = mayApprove(actor.role, "certificate:issue") && request.proposedById !== actor.id;
  const said = { proposer, day: proposedOn, count: waiting, number, reason: reason ?? "" };

  return (
    <div className="sheet-body">
      <p className="mb-4">{t(`asks.${kind}`, said)}</p>
      {decides ? (
        <div className="flex flex-wrap items-end gap-6">
          <Form action={approveRequest} id={`approve-${id}`} submissionKey={newSubmissionKey()}>
            <input type="hidden" name="requestId" value={id} />
            <Submit main>{t(`approve.${kind}`)}</Submit>
          </Form>
          <Form action={rejectRequest} id={`reject-${id}`} submissionKey={newSubmissionKey()}>
            <input type="hidden" name="requestId" value={id} />
            <TextField name="reason" label={label.reason} maxLength={200} />
            <Submit danger>{t("reject")}</Submit>
          </Form>
        </div>
      ) : (
        <p className="muted">{t("whoApproves")}</p>
      )}
    </div>
  );
}
