import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { signIn } from "@/lib/account/sign-in/actions";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** `from` is where the person wanted to go. */
export async function SignInForm({ from }: { from: string }) {
  const [t, label] = await Promise.all([getTranslations("signIn"), labelsOf("account")]);
  return (
    <Form action={signIn} id="sign-in" aria-label={t("title")}>
      <input type="hidden" name="from" value={from} />
      <TextField name="username" label={label.username} autoComplete="username" maxLength={64} />
      <TextField
        name="password"
        label={label.password}
        type="password"
        autoComplete="current-password"
        maxLength={200}
      />
      <Submit main className="w-full">
        {t("submit")}
      </Submit>
    </Form>
  );
}
