import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { approveCorrection, proposeCorrection, rejectCorrection } from "@/lib/trainee/actions";
import { findOpenCorrection } from "@/lib/trainee/queries/correction";
import type { TraineeRecord } from "@/lib/trainee/queries/record";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { trainee: TraineeRecord; actor: Actor };

/** R5: a wrong ID number is put right by two people; on the record only the wish that waits, on the edit page the form as well. */
export async function CorrectionSheet({ trainee, actor, proposes }: Props & { proposes?: boolean }) {
  const t = await getTranslations("trainee.correct");
  const wish = await findOpenCorrection(trainee.id);
  if (!wish && !(proposes && mayPropose(actor.role, "trainee:correct"))) return null;

  return (
    <Sheet title={t("title")} note={t("note")}>
      <div className="sheet-body">
        {wish ? <Wish trainee={trainee} actor={actor} wish={wish} /> : <Propose traineeId={trainee.id} />}
      </div>
    </Sheet>
  );
}

async function Propose({ traineeId }: { traineeId: string }) {
  const [t, label] = await Promise.all([getTranslations("trainee.correct"), labelsOf("trainee")]);
  return (
    <Form action={proposeCorrection} id="correct" submissionKey={newSubmissionKey()}>
      <input type="hidden" name="traineeId" value={traineeId} />
      <div className="fields">
        <TextField name="idNumber" label={label.idNumber} hint={t("hint")} maxLength={40} autoComplete="off" />
        <TextField name="reason" label={label.reason} maxLength={200} />
      </div>
      <Submit>{t("propose")}</Submit>
    </Form>
  );
}

type Wanted = NonNullable<Awaited<ReturnType<typeof findOpenCorrection>>>;

async function Wish({ trainee, actor, wish }: Props & { wish: Wanted }) {
  const [t, sex, label] = await Promise.all([
    getTranslations("trainee.correct"),
    getTranslations("trainee.sex"),
    labelsOf("trainee"),
  ]);
  const decides = mayApprove(actor.role, "trainee:correct") && wish.proposedById !== actor.id;
  const from = { from: trainee.idNumber, fromSex: sex(trainee.sex), fromBirth: trainee.birthDay };
  const to = { to: wish.idNumber, toSex: sex(wish.sex), toBirth: wish.birthDay };

  return (
    <>
      <p className="mb-4">
        {t("asks", { proposer: wish.proposer, day: wish.proposedOn, reason: wish.reason, ...from, ...to })}
      </p>
      {decides ? (
        <div className="flex flex-wrap items-end gap-6">
          <Form action={approveCorrection} id="approve-correction" submissionKey={newSubmissionKey()}>
            <input type="hidden" name="correctionId" value={wish.id} />
            <Submit main>{t("approve")}</Submit>
          </Form>
          <Form action={rejectCorrection} id="reject-correction" submissionKey={newSubmissionKey()}>
            <input type="hidden" name="correctionId" value={wish.id} />
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
