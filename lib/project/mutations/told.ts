import "server-only";

/** What the audit keeps, under the names people know; sums in fen as text. */
export const toldOf = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== "")
      .map(([name, value]) => [auditNames[name] ?? name, told(value)]),
  );
export const told = (value: unknown): string | number | boolean | null => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "bigint" ? String(value) : (value as string | number | boolean | null);
};
const auditNames: Record<string, string> = {
  code: "projectCode",
  name: "projectName",
  category: "projectCategory",
};
