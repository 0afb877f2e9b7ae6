import { getTranslations } from "next-intl/server";
import type { ReadValue } from "@/components/audit/history-table";
import { Role } from "@/prisma/generated/enums";

/** What an account's entries hold as codes: its post. */
export async function readAccountValue(): Promise<ReadValue> {
  const role = await getTranslations("nav.roles");
  return (field, value) => (field === "role" && value in Role ? role(value as Role) : undefined);
}
