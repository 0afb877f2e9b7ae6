import { getMessages } from "next-intl/server";
import { RoleField } from "@/components/account/role-field";
import { ShownLink } from "@/components/account/shown-link";
import { TrainerField } from "@/components/account/trainer-field";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { inviteAccount } from "@/lib/account/actions";
import { setUpHours } from "@/lib/account/rules";
import { requireActor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("accounts");
  return { title: t("new") };
}

export default async function NewAccountPage() {
  const actor = await requireActor("account:manage");
  const [t, label, words] = await Promise.all([getTranslations("accounts"), labelsOf("account"), getMessages()]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin/accounts" list={t("title")} here={t("new")} />
      <Title title={t("new")} note={t("newNote", { hours: setUpHours })} />
      <section className="sheet">
        <div className="sheet-body">
          <Form action={inviteAccount} submissionKey={newSubmissionKey()} aria-label={t("new")}>
            <ShownLink words={words.accounts.link} />
            <TextField name="name" label={label.name} hint={t("nameHint")} maxLength={50} />
            <TextField name="username" label={label.username} hint={t("usernameHint")} maxLength={32} />
            <RoleField />
            <TrainerField today={actor.today} />
            <Submit main>{t("create")}</Submit>
          </Form>
        </div>
      </section>
    </main>
  );
}
