import "server-only";
import type { PersonResult } from "@/lib/enrolment/commands/enrol-several";
import { listNames } from "@/lib/enrolment/queries/names";
import { refusalWords } from "@/lib/wording/lookup";

/** A result per person, by name, since the list that is read again may no longer hold him; a refusal is one sentence, with what was typed for him. */
export async function sayResults(results: PersonResult[], typed: Record<string, string | undefined> = {}) {
  const [say, names] = await Promise.all([refusalWords(), listNames(results.map(({ id }) => id))]);
  return results.map((result) => {
    const name = names.get(result.id) ?? "";
    if ("state" in result) return { id: result.id, name, state: result.state };
    const sentence = say(result);
    return { id: result.id, name, sentence, reason: typed[result.id] };
  });
}
