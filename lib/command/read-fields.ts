import { z } from "zod";
import { optionalText, text } from "@/lib/command/fields";
import { nameFault, readAccountName, readName } from "@/lib/value/name";

/** R12: what is wrong with a name is said as it is: a lost character is typed again, a digit is taken out. */
const sayOfName = (typed: string) => (nameFault(typed) === "lost" ? "nameLost" : "name");
const aName = asKept(readName, "name");

/** R12: the name of a person, in the one spelling of names. */
export const name = read(text(60), readName, sayOfName).pipe(aName);
/** R12: the same with a unit in brackets, for who signs in. */
export const accountName = read(text(60), readAccountName, sayOfName).pipe(asKept(readAccountName, "name"));
export const optionalName = readOptional(60, readName, sayOfName).pipe(aName.optional());

/** Text as it is kept: nothing is left to be read out of it. */
export function asKept(reading: Reading, message: string) {
  return z.string().refine((value) => reading(value) === value, message);
}

type Reading = (typed: string) => string | undefined;
type Say = (typed: string) => string;

function read(typed: z.ZodType<string, string>, reading: Reading, say: Say) {
  return typed.transform((value, context): string => {
    const found = reading(value);
    if (found) return found;
    context.addIssue({ code: "custom", message: say(value) });
    return z.NEVER;
  });
}

export function readOptional(most: number, reading: Reading, say: Say) {
  return optionalText(most).transform((value, context): string | undefined => {
    const found = value && reading(value);
    if (value && !found) context.addIssue({ code: "custom", message: say(value) });
    return found || undefined;
  });
}
