import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { endSignIns } from "@/lib/account/actions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { getTranslations } from "@/lib/wording/translations";

/** Signs the account out everywhere. */
export async function EndSignIns({ account }: { account: { id: string } }) {
  const t = await getTranslations("accounts");
  return (
    <Form action={endSignIns} submissionKey={newSubmissionKey()} id="end" aria-label={t("endSignIns")}>
      <input type="hidden" name="accountId" value={account.id} />
      <Submit danger>{t("endSignIns")}</Submit>
    </Form>
  );
}
