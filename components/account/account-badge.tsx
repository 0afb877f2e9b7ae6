import { useTranslations } from "next-intl";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import type { AccountState } from "@/lib/account/rules";

const kinds: Record<AccountState, BadgeKind> = { ACTIVE: "ok", WAITING: "warn", LOCKED: "bad", DISABLED: "open" };

export function AccountBadge({ state }: { state: AccountState }) {
  const t = useTranslations("accounts.states");
  return <Badge kind={kinds[state]}>{t(state)}</Badge>;
}
