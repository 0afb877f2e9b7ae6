import { writeXlsx } from "hucre/xlsx";
import { checkCharacter } from "@/lib/trainee/rules/id-number";

/** A file as somebody sends it, and what the portal has to make of it: a refusal, or the list to the cell. */
export type Case = {
  name: string;
  file: () => Uint8Array | Promise<Uint8Array>;
  told: string[];
  /** What the second reader makes of it otherwise, as we intend it. */
  differs?: string;
};

/** A number that no living adult holds (sequence 996 to 999). */
const numberOf = (body: string): string => body + checkCharacter(body);

/** Invented: name, number, telephone. */
export const one = ["拥忠", numberOf("51333819900615998"), "13800000001"] as const;
export const two = ["格绒", numberOf("51333819851130999"), "13800000002"] as const;
export const three = ["曲珍", numberOf("51333819780204996"), "13800000003"] as const;
export const people = (count: number): string[][] =>
  Array.from({ length: count }, (_, at) => [
    "泽仁",
    numberOf(`5133381960${String((at % 12) + 1).padStart(2, "0")}${String((at % 28) + 1).padStart(2, "0")}997`),
    String(13_900_000_000 + at),
  ]);

export const head = ["姓名", "公民身份号码", "联系电话"];
export const columns = "name idNumber phone";

/** What is told of a list: its columns, what is not read, and its lines, `row | cell | cell`. */
export function report(
  told: { columns?: string; unread?: string; left?: string; sheets?: string },
  ...lines: [row: number | string, ...cells: readonly string[]][]
): string[] {
  return [
    told.columns ?? columns,
    ...(["unread", "left", "sheets"] as const).flatMap((what) => (told[what] ? [`${what}: ${told[what]}`] : [])),
    ...lines.map((line) => line.join(" | ")),
  ];
}

/** The two people, from the second row on. */
export const both = report({}, [2, ...one], [3, ...two]);

/** A workbook as a library writes it. */
export const ordinary = (...rows: (string | number | Date | null | undefined)[][]) => ordinarily({ 名册: rows });
export const ordinarily = (sheets: Record<string, (string | number | Date | null | undefined)[][]>) =>
  writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => row.map((cell) => cell ?? null)),
    })),
  });
