import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { scopesOf } from "@/components/lesson/view/scope-names";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { createFeed } from "@/lib/calendar-feed/actions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Choices } from "@/lib/lesson/queries/scope";
import { type Scope, scopeKey } from "@/lib/lesson/rules/scope";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ShownAddress } from "./shown-address";

/** U18: which lessons a calendar is to follow; a trainer has the own ones to choose and no others. */
export async function NewFeed({ choices, isOwn }: { choices: Choices; isOwn: boolean }) {
  const [t, narrow, label, words] = await Promise.all([
    getTranslations("calendarFeed"),
    getTranslations("timetable.narrow"),
    labelsOf("calendarFeed"),
    getMessages(),
  ]);
  const groups = (Object.entries(scopesOf(choices)) as [Scope["kind"], { id: string; name: string }[]][])
    .filter(([, scopes]) => scopes.length > 0)
    .map(([kind, scopes]) => ({
      label: narrow(kind),
      options: scopes.map(({ id, name }) => ({ value: scopeKey({ kind, id }), label: name })),
    }));
  return (
    <Sheet title={t("new")} note={t("newNote")}>
      <div className="sheet-body">
        <Form action={createFeed} submissionKey={newSubmissionKey()} id="create" aria-label={t("new")}>
          <ShownAddress words={words.calendarFeed.shown} />
          <div className="fields">
            <SelectField
              name="of"
              label={label.of}
              options={[...(isOwn ? [] : [{ value: "all", label: t("all") }]), ...groups]}
            />
          </div>
          <Submit main>{t("create")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
