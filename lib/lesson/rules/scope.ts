/** What a view of the timetable or a calendar is narrowed to: one classroom by its number, one trainer or cohort by its id. */
export type Scope = { kind: "room" | "trainer" | "cohort"; id: string };

/** As it stands in an address and in a choice: `room-7`, `cohort-0198…`. */
export const scopeKey = ({ kind, id }: Scope): string => `${kind}-${id}`;

/** A scope out of an address; undefined where it is none. */
export function readScope(text: string): Scope | undefined {
  const [, kind, id] = /^(room|trainer|cohort)-([0-9a-f-]{1,36})$/.exec(text) ?? [];
  if (!kind || !id) return undefined;
  const fits = kind === "room" ? /^[1-9]\d?$/ : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return fits.test(id) ? { kind: kind as Scope["kind"], id } : undefined;
}
