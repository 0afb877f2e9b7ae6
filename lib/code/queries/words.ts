import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { findActor } from "@/lib/auth/actor";
import { type Choice, choicesOf, listCodeItems, wordsOf } from "@/lib/code/queries/items";
import type { CodeKind } from "@/lib/code/schema";
import { dayOfInstant } from "@/lib/value/calendar";

/** The choices of a code table in the reader's language, the common ones first; one that has ended is offered only where it is kept. */
export async function listCodes(kind: CodeKind, kept: readonly (string | null | undefined)[] = []): Promise<Choice[]> {
  const today = (await findActor())?.today ?? dayOfInstant(new Date());
  return choicesOf(await listItems(kind), await getLocale(), today, kept);
}

/** Looks up the words of a code table, ended ones too; a code nobody knows is shown as it is. */
export const codeWords = async (kind: CodeKind): Promise<(code: string) => string> =>
  wordsOf(await listItems(kind), await getLocale());

/** Asked once a request. */
const listItems = cache((kind: CodeKind) => listCodeItems(kind));
