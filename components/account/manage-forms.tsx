import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Form, type FormAction } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { changeRole, disableAccount, enableAccount, resetAccount, resetFactor } from "@/lib/account/actions";
import type { AccountRecord } from "@/lib/account/queries";
import { setUpHours } from "@/lib/account/rules";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { RoleField } from "./role-field";
import { ShownLink } from "./shown-link";
import { TrainerField } from "./trainer-field";

/** What may be done with somebody else's account, by its state; each with its reason (R102). */
export async function ManageForms({ account, today }: { account: AccountRecord; today: Day }) {
  const [t, label, words] = await Promise.all([getTranslations("accounts"), labelsOf("account"), getMessages()]);
  const hold = { submissionKey: newSubmissionKey, version: account.version };
  const which = <input type="hidden" name="accountId" value={account.id} />;
  const reason = <TextField name="reason" label={label.reason} maxLength={200} />;

  if (account.state === "DISABLED")
    return <Reasoned account={account} action={enableAccount} id="enable" title={t("enable")} note={t("enableNote")} />;
  return (
    <>
      <Sheet title={t("reset")} note={t("resetNote", { hours: setUpHours })}>
        <div className="sheet-body">
          <Form
            action={resetAccount}
            submissionKey={hold.submissionKey()}
            version={hold.version}
            id="reset"
            aria-label={t("reset")}
          >
            {which}
            <ShownLink words={words.accounts.link} />
            <Submit>{t("resetSubmit")}</Submit>
          </Form>
        </div>
      </Sheet>
      {account.factorSince && (
        <Reasoned
          account={account}
          action={resetFactor}
          id="factor"
          title={t("resetFactor")}
          note={t("resetFactorNote")}
        />
      )}
      <Sheet title={t("changeRole")} note={t("changeRoleNote")}>
        <div className="sheet-body">
          <Form
            action={changeRole}
            submissionKey={hold.submissionKey()}
            version={hold.version}
            id="role"
            aria-label={t("changeRole")}
          >
            {which}
            <div className="fields">
              <RoleField value={account.role} />
              <TrainerField today={today} />
              {reason}
            </div>
            <Submit>{t("changeRole")}</Submit>
          </Form>
        </div>
      </Sheet>
      <Reasoned
        account={account}
        action={disableAccount}
        id="disable"
        title={t("disable")}
        note={t("disableNote")}
        danger
      />
    </>
  );
}

type ReasonedProps = {
  account: AccountRecord;
  action: FormAction;
  id: string;
  title: string;
  note: string;
  danger?: boolean;
};

async function Reasoned({ account, action, id, title, note, danger }: ReasonedProps) {
  const label = await labelsOf("account");
  return (
    <Sheet title={title} note={note}>
      <div className="sheet-body">
        <Form action={action} submissionKey={newSubmissionKey()} version={account.version} id={id} aria-label={title}>
          <input type="hidden" name="accountId" value={account.id} />
          <div className="line-form">
            <TextField name="reason" label={label.reason} maxLength={200} />
            <Submit danger={danger}>{title}</Submit>
          </div>
        </Form>
      </div>
    </Sheet>
  );
}
