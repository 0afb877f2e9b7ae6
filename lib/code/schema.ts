import { z } from "zod";
import { code, day, text, whole } from "@/lib/command/fields";

export const codeKinds = [
  ...(["ETHNICITY", "EDUCATION", "TRAINEE_CATEGORY", "NOTICE_WAY"] as const),
  ...(["CLASSROOM_KIND", "EQUIPMENT"] as const),
] as const;

export const codeKind = z.enum(codeKinds, "choose");

/** The code in an address. */
export const codeName = code;

const words = { zh: text(40), en: text(80), position: whole(1, 999) };

export const addCodeInput = z.object({ kind: codeKind, code, ...words, validFrom: day });
export const editCodeInput = z.object({ kind: codeKind, code, ...words });
export const endCodeInput = z.object({ kind: codeKind, code, validTo: day });
export const reopenCodeInput = z.object({ kind: codeKind, code });

export type CodeKind = z.output<typeof codeKind>;
