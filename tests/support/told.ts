import { db } from "@/lib/database/db";
import { tellEntries } from "@/lib/report/queries/log/told";
import type { Locale } from "@/lib/wording/locale";
import { messagesIn } from "@/lib/wording/messages";

/** What the entries of this database are told by a column's name or a code instead of a label and words, with how many changes they tell. */
export async function oddlyTold(locale: Locale): Promise<{ changes: number; odd: string[] }> {
  const entries = await db.auditEntry.findMany({
    select: {
      ...{ actorName: true, actorRole: true, verb: true, subjectType: true, subjectId: true },
      ...{ before: true, after: true, reason: true },
    },
  });
  const changes = (await tellEntries(entries, locale)).flatMap(({ subjectType: of, changes: all }) =>
    all.map((change) => ({ of, ...change })),
  );
  const odd = changes.filter(
    ({ label, after }) =>
      label === messagesIn(locale).audit.otherField || /^[A-Z_]{4,}$|^[a-z]+[A-Z][a-z]+$/.test(after),
  );
  return {
    changes: changes.length,
    odd: [...new Set(odd.map(({ of, field, after }) => `${of}.${field}: ${after}`))],
  };
}
