import { type Column, columns } from "@/lib/roster-import/rules/columns";
import { areTwoPhones, bareEthnicity, dayIn, isNo, isRounded, isYes, sexIn } from "@/lib/roster-import/rules/readings";
import { type RegisterTrainee, registerTraineeInput } from "@/lib/trainee/schema";

/** What words in cells mean: codes by either wording, villages by their names. */
export type Meanings = {
  codes: Record<"ethnicity" | "education" | "category", ReadonlyMap<string, string>>;
  /** All villages of this name, in the township where one is named. */
  villagesOf(township: string, village: string): readonly string[];
};

/** Why a cell cannot be read: a message of the wording `invalid` or one of ours, with the figures it needs. */
export type Fault = { column: Column; message: string; params?: Record<string, string | number> };
export type Values = Partial<RegisterTrainee>;

type Reading = { field: keyof RegisterTrainee; typed: string | undefined } | { fault: string };

/** One line's values as the register takes them, and every cell that cannot be read; an empty cell says nothing. */
export function readCells(cells: ReadonlyMap<Column, string>, meanings: Meanings): { values: Values; faults: Fault[] } {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const column of columns) {
    const text = cells.get(column) ?? "";
    if (!text || column === "township") continue;
    const reading = readers[column](text, { meanings, township: cells.get("township") ?? "" });
    if ("fault" in reading) {
      faults.push({ column, message: reading.fault });
      continue;
    }
    const { success, data, error } = registerTraineeInput.shape[reading.field].safeParse(reading.typed);
    const issue = error?.issues[0];
    if (success) values[reading.field] = data;
    else faults.push({ column, message: issue?.message ?? "required", params: limitsOf(issue) });
  }
  return { values: values as Values, faults };
}

type Around = { meanings: Meanings; township: string };

const readers: Record<Exclude<Column, "township">, (text: string, around: Around) => Reading> = {
  name: as("name"),
  sex: (text) => found("sex", sexIn(text), "sex"),
  ethnicity: (text, { meanings }) => found("ethnicity", meanings.codes.ethnicity.get(bareEthnicity(text)), "word"),
  birthDay: (text) => found("birthDay", dayIn(text), "date"),
  idNumber: (text) => (isRounded(text) ? { fault: "rounded" } : { field: "idNumber", typed: text }),
  education: (text, { meanings }) => found("education", meanings.codes.education.get(text), "word"),
  category: (text, { meanings }) => found("category", meanings.codes.category.get(text), "word"),
  village(text, { meanings, township }) {
    const [code, ...others] = meanings.villagesOf(township, text);
    return others.length > 0 ? { fault: "villages" } : found("villageCode", code, "village");
  },
  phone: (text) => phone("phone", text),
  villageContact: as("villageContact"),
  registeredPoor: (text) => yesOrNo("registeredPoor", text),
  guardianName: as("guardianName"),
  guardianPhone: (text) => phone("guardianPhone", text),
  note: as("note"),
};

function as(field: keyof RegisterTrainee) {
  return (typed: string): Reading => ({ field, typed });
}

const found = (field: keyof RegisterTrainee, typed: string | undefined, fault: string): Reading =>
  typed === undefined ? { fault } : { field, typed };

const yesOrNo = (field: keyof RegisterTrainee, text: string): Reading =>
  isYes(text) ? { field, typed: "on" } : isNo(text) ? { field, typed: undefined } : { fault: "yesNo" };

const phone = (field: "phone" | "guardianPhone", text: string): Reading =>
  areTwoPhones(text) ? { fault: "phones" } : { field, typed: text };

const limitsOf = (issue: object | undefined): Record<string, number> =>
  Object.fromEntries(
    (["minimum", "maximum"] as const).flatMap((end) => {
      const limit = (issue as Record<string, unknown> | undefined)?.[end];
      return typeof limit === "number" ? [[end === "minimum" ? "least" : "most", limit]] : [];
    }),
  );
