import { z } from "zod";
import { accepted, code, day, id, listOf, note, optionalText, text, tick, version } from "@/lib/command/fields";
import { asKept, name, optionalName, readOptional } from "@/lib/command/read-fields";
import { revealFields, revealReasons } from "@/lib/trainee/rules/notice";
import { readPhone } from "@/lib/trainee/rules/phone";
import { Sex } from "@/prisma/generated/enums";

const optionalPhone = readOptional(30, readPhone, () => "phone").pipe(asKept(readPhone, "phone").optional());

const person = {
  name,
  nameTibetan: optionalName,
  phone: optionalPhone,
  villageContact: optionalText(60),
  villageCode: z.string("choose").regex(/^\d{12}$/, "choose"),
  ethnicity: code,
  education: optionalCode(),
  category: code,
  otherCategories: listOf(code, 13),
  registeredPoor: tick,
  pensionInsured: tick,
  guardianName: optionalName,
  guardianPhone: optionalPhone,
  note: note(500),
  accepted,
};

/** The id in an address. */
export const traineeId = id;

/** R3: birth day and sex are told by the number; where a list brings them along they must agree with it. */
export const registerTraineeInput = z.object({
  idNumber: text(40),
  birthDay: day.optional(),
  sex: z.enum(Sex).optional(),
  ...person,
  noticeWay: code,
  noticeGivenOn: day,
});

/** An empty telephone keeps the one that is known; only the tick takes it away. */
export const editTraineeInput = z.object({
  traineeId: id,
  version,
  ...person,
  withoutPhone: tick,
});

export const revealNumberInput = z.object({
  traineeId: id,
  number: z.enum(revealFields, "choose"),
  reason: z.enum(revealReasons, "choose"),
  reasonText: optionalText(100),
});

export const proposeCorrectionInput = z.object({ traineeId: id, idNumber: text(40), reason: text(200) });
export const decideCorrectionInput = z.object({ correctionId: id });
export const rejectCorrectionInput = z.object({ correctionId: id, reason: text(200) });

export const proposeMergeInput = z.object({ keptId: id, mergedId: id, reason: text(200) });
export const decideMergeInput = z.object({ mergeId: id });
export const rejectMergeInput = z.object({ mergeId: id, reason: text(200) });
export const tellApartInput = z.object({ keptId: id, mergedId: id });

/** Which page of a list an address asks for. */
export const pageInput = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) });

export type RegisterTrainee = z.output<typeof registerTraineeInput>;
export type EditTrainee = z.output<typeof editTraineeInput>;

/** R95: what stands in an address where somebody searched by a number: whose it is, nobody's, or that it was in the address itself. */
export const byNumber = {
  person: z
    .string()
    .regex(/^[0-9a-f-]{36}(\.[0-9a-f-]{36}){0,9}$/)
    .transform((ids) => ids.split("."))
    .pipe(z.array(z.uuid()))
    .optional()
    .catch(undefined),
  number: z.enum(["none", "address"]).optional().catch(undefined),
};

/** The states in which somebody is in a cohort now, or wants to be. */
export const present = ["IN_TRAINING", "CONFIRMED", "WAITLISTED", "APPLIED"] as const;

/** What a list of trainees is asked by; an address nobody made is read as well as it can be. */
export const traineeFilter = z.object({
  ...byNumber,
  q: z.string().trim().max(60).catch("").default(""),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
  category: z
    .string()
    .regex(/^[A-Z]{2,8}$/)
    .optional()
    .catch(undefined),
  poor: z.enum(["yes", "no"]).optional().catch(undefined),
  trained: z.coerce.number().int().min(1900).max(2100).optional().catch(undefined),
  heldAt: z.enum(["BASE", "OUTSIDE"]).optional().catch(undefined),
  cohort: z.uuid().optional().catch(undefined),
  state: z
    .enum([...present, "NONE"])
    .optional()
    .catch(undefined),
  sort: z.enum(["name", "-name", "birth", "-birth", "registered", "-registered"]).catch("name").default("name"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(50)
    .default(50),
});

export type TraineeFilter = z.output<typeof traineeFilter>;

function optionalCode() {
  return z
    .string()
    .default("")
    .pipe(z.union([z.literal(""), code]))
    .transform((value) => value || undefined)
    .pipe(code.optional());
}
