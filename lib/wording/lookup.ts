import "server-only";
import { getTranslations } from "next-intl/server";
import type { Messages } from "./messages";

type Say = { (key: string, values?: Record<string, string | number>): string; has(key: string): boolean };

/** Words under a key that is known only when it is needed: a refusal's name, a field's name, an audit entry's verb. */
export async function lookUp(area: keyof Messages): Promise<Say> {
  return (await getTranslations(area)) as unknown as Say;
}
