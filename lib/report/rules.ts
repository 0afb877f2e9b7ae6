import { z } from "zod";
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

/** U14: the report, what it is about and the day; no name of a person, and nothing a file system minds. */
export const nameOfFile = (parts: string[], format: Format): string =>
  `${parts.map((part) => part.replace(/[\s\\/:*?"<>|（）()]+/g, "")).join("_")}.${format}`;

/** RFC 6266, 5987: the Chinese name, and a plain one for whoever cannot read it. */
export const disposition = (name: string, plain: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** Invariants 5.1: what an address asks of a report; a field it does not know, one said twice, or a wrong one is no filter. */
export function readFilter({ filter }: { filter: z.ZodObject }, query: URLSearchParams): Filter | undefined {
  const asked = Object.fromEntries(query);
  if (Object.keys(asked).length !== [...query.keys()].length) return undefined;
  return z.strictObject(filter.shape).safeParse(asked).data;
}

export type Filter = Record<string, unknown>;

/** R91: entries are written masked; should one ever not be, the reader of the audit still sees no whole number. */
export const maskNumbers = (value: string): string =>
  value
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (number) => maskIdNumber(number))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (number) => maskPhone(number));
