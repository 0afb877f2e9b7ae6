import { Sheet } from "@/components/layout/sheet";
import { KnownLink } from "@/components/trainee/known-link";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { approveMerge, proposeMerge, rejectMerge } from "@/lib/trainee/actions";
import type { findOpenMerge } from "@/lib/trainee/queries/merge";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Wish = NonNullable<Awaited<ReturnType<typeof findOpenMerge>>>;
type Props = { kept: TraineeRecord; merged: TraineeRecord; actor: Actor; wish: Wish | null };

/** I16: the form that proposes, or the wish that waits and, for another person, its decision. */
export async function MergeDecision({ kept, merged, actor, wish }: Props) {
  const t = await getTranslations("trainee.merge");
  if (!wish && (kept.mergedInto || merged.mergedInto)) return null;

  return (
    <Sheet title={wish ? t("waits") : t("proposeTitle")} note={t("two")}>
      <div className="sheet-body">
        {wish ? <Decide wish={wish} actor={actor} /> : <Propose keptId={kept.id} mergedId={merged.id} />}
      </div>
    </Sheet>
  );
}

async function Propose({ keptId, mergedId }: { keptId: string; mergedId: string }) {
  const [t, trainee, label] = await Promise.all([
    getTranslations("trainee.merge"),
    getTranslations("trainee"),
    labelsOf("trainee"),
  ]);
  return (
    <Form action={proposeMerge} id="propose-merge" submissionKey={newSubmissionKey()}>
      <input type="hidden" name="keptId" value={keptId} />
      <input type="hidden" name="mergedId" value={mergedId} />
      <div className="fields">
        <TextField name="reason" label={label.reason} hint={t("hint")} maxLength={200} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Submit main>{t("propose")}</Submit>
        <ButtonLink href={`/trainees/${mergedId}/merge?with=${keptId}`}>{t("swap")}</ButtonLink>
      </div>
      <KnownLink label={trainee("known")} />
    </Form>
  );
}

async function Decide({ wish, actor }: { wish: Wish; actor: Actor }) {
  const [t, label] = await Promise.all([getTranslations("trainee.merge"), labelsOf("trainee")]);
  const decides = mayApprove(actor.role, "trainee:merge") && wish.proposedById !== actor.id;
  return (
    <>
      <p className="mb-4">{t("asks", { proposer: wish.proposer, day: wish.proposedOn, reason: wish.reason })}</p>
      {decides ? (
        <div className="flex flex-wrap items-end gap-6">
          <Form action={approveMerge} id="approve-merge" submissionKey={newSubmissionKey()}>
            <input type="hidden" name="mergeId" value={wish.id} />
            <Submit main>{t("approve")}</Submit>
          </Form>
          <Form action={rejectMerge} id="reject-merge" submissionKey={newSubmissionKey()}>
            <input type="hidden" name="mergeId" value={wish.id} />
            <TextField name="reason" label={label.reason} maxLength={200} />
            <Submit danger>{t("reject")}</Submit>
          </Form>
        </div>
      ) : (
        <p className="muted">{t("whoApproves")}</p>
      )}
    </>
  );
}
