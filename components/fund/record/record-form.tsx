import { getMessages } from "next-intl/server";
import { AdjustLink } from "@/components/fund/project/adjust-link";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import {
  recordAppropriation,
  recordDisbursement,
  recordOutside,
  recordPlan,
  recordProgress,
  recordRevenue,
} from "@/lib/fund/actions/record";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";
import { listProjectChoices } from "@/lib/project/queries";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import type { Defaults } from "./record-defaults";
import { RecordFields } from "./record-fields";
import { SecondLook } from "./second-look";
import { StaleDraft } from "./stale-draft";

const actions = {
  revenue: recordRevenue,
  plan: recordPlan,
  appropriation: recordAppropriation,
  disbursement: recordDisbursement,
  progress: recordProgress,
  outside: recordOutside,
};

/** One record to be written down: kept as a draft or handed in; completed investment counts at once. */
export async function RecordForm({ defaults }: { defaults: Defaults }) {
  const { kind, draft } = defaults;
  const [t, { project, money: words }] = await Promise.all([getTranslations("money"), getMessages()]);
  const adjust = project.adjustment.new;
  const projects = ofProject(kind) ? await listProjectChoices() : [];
  const back = draft ? `/fund/${segmentOf[kind]}/${draft.id}` : `/fund/${segmentOf[kind]}`;

  return (
    <Form
      action={actions[kind]}
      submissionKey={newSubmissionKey()}
      version={draft?.version}
      refused={
        <>
          {draft && <StaleDraft draft={draft} />}
          <AdjustLink label={adjust} />
        </>
      }
    >
      {draft && <input type="hidden" name="recordId" value={draft.id} />}
      <Sheet title={t(`kinds.${kind}`)} note={t(`leads.${kind}`)}>
        <RecordFields defaults={defaults} projects={projects} />
      </Sheet>
      <SecondLook words={await sentences(words.doubts)} />
      <div className="actions">
        {kind === "progress" ? (
          <Submit main>{t("actions.record")}</Submit>
        ) : (
          <>
            <Submit main name="intent" value="SUBMIT">
              {t("actions.submit")}
            </Submit>
            <Submit name="intent" value="DRAFT">
              {t("actions.draft")}
            </Submit>
          </>
        )}
        <ButtonLink href={back}>{t("actions.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}

const ofProject = (kind: Kind): boolean => kind === "appropriation" || kind === "disbursement" || kind === "progress";
