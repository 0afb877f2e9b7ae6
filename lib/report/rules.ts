import type { Format } from "@/lib/report/schema";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";

/** Where the files of a permission lie: who may see the fund and no person is let into its folder only. */
const folders = {
  "report:export": "/reports/files",
  "fund:export": "/fund/files",
  "audit:view": "/admin/files",
} as const;

export type Named = { kind: string; permission: keyof typeof folders };

/** The address of a report as a file: its filter, and the grant that opens its whole numbers. */
export const fileAddress = ({ kind, permission }: Named, format: Format, query: URLSearchParams | string): string =>
  `${folders[permission]}/${kind}.${format}?${query}`;

/** R91: entries are written masked; should one ever not be, the reader of the audit still sees no whole number. */
export const maskNumbers = (value: string): string =>
  value
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (number) => maskIdNumber(number))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (number) => maskPhone(number));
