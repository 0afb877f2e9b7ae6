import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { kindOf, type Ledger } from "@/lib/fund/rules/ledger";
import { getTranslations } from "@/lib/wording/translations";

type Props = { actor: Actor; what: Ledger | "projects"; main?: boolean };

/** The way to a new record of a ledger or a new project, for who may write one; nothing for the others. */
export async function NewLink({ actor, what, main = false }: Props) {
  const [record, project] = await Promise.all([getTranslations("money.new"), getTranslations("project")]);
  if (!mayPropose(actor.role, permissions[what])) return null;

  return (
    <ButtonLink href={`/fund/${what}/new`} main={main}>
      {what === "projects" ? project("new") : record(kindOf[what])}
    </ButtonLink>
  );
}

const permissions = {
  projects: "project:edit",
  appropriations: "money:record",
  disbursements: "money:record",
  progress: "expenditure:record",
} as const;
