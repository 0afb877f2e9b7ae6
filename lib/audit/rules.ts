import { acts } from "@/lib/audit/verbs";

/** The act alone: what a banner says of it up to the person, the record or the number it names, which stand in places of their own. */
export function actOf(sentence: string): string {
  const act = sentence.split("{", 1)[0] ?? "";
  return act === sentence ? act.replace(/[.。]$/, "") : act.replace(/[：:，,][^：:，,]*$/, "").trim();
}

type Said = Partial<Record<string, string | Partial<Record<string, string>>>>;

/** The acts by which the audit is asked, each name once: acts of one name are asked for together, and a banner that is no act is none. */
export function listActs(done: Said): { verbs: string; label: string }[] {
  const byLabel = new Map<string, string[]>();
  for (const [subject, names] of Object.entries(acts))
    for (const name of names) {
      const sentences = done[subject];
      const sentence = typeof sentences === "object" ? sentences[name] : undefined;
      if (sentence) byLabel.set(actOf(sentence), [...(byLabel.get(actOf(sentence)) ?? []), `${subject}.${name}`]);
    }
  return [...byLabel].map(([label, verbs]) => ({ verbs: verbs.join(","), label }));
}

/** What the audit keeps of a change (I29): the fields that differ, before and after; days and sums in fen as text, empty ones left out. */
export function differenceOf(before: Row, after: Row): { before: Told; after: Told } {
  const changed = Object.keys(after).filter((name) => told(before[name]) !== told(after[name]));
  const only = (row: Row) => toldOf(Object.fromEntries(changed.map((name) => [name, row[name]])));
  return { before: only(before), after: only(after) };
}

/** An entry stays as it was written; what its columns were called before they had the names of today. */
const former: Record<string, Record<string, string>> = {
  calendarDay: { dayKind: "kind", dayName: "name" },
  cohort: { cohortNumber: "number" },
  course: { courseCode: "code", courseName: "name", courseType: "type" },
  project: { projectCode: "code", projectName: "name", projectCategory: "category" },
  setting: { settingKey: "key", settingValue: "value", settingState: "state" },
};

/** What an entry keeps of a record, by the names its columns have today. */
export const asNamedNow = (subject: string, kept: Row): Row =>
  Object.fromEntries(Object.entries(kept).map(([name, value]) => [former[subject]?.[name] ?? name, value]));

/** A row as the audit keeps it; empty fields are left out. */
export const toldOf = (row: Row): Told =>
  Object.fromEntries(
    Object.entries(row)
      .map(([name, value]) => [name, told(value)] as const)
      .filter((pair): pair is readonly [string, string | number | boolean] => pair[1] !== null && pair[1] !== ""),
  );

type Row = Readonly<Record<string, unknown>>;
type Told = Record<string, string | number | boolean>;

function told(value: unknown) {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.join(" ");
  return typeof value === "bigint" ? String(value) : ((value ?? null) as string | number | boolean | null);
}
