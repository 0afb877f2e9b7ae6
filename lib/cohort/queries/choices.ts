import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { choicesOf, codeItems, wordsOf } from "@/lib/code/queries/items";
import { cohortsNow, cohortYears } from "@/lib/cohort/queries/list";
import { db } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { townshipsOn } from "@/lib/place/queries";
import type { Day } from "@/lib/value/calendar";

/** By what a list of trainees is narrowed, and the words of its categories in the reader's language; asked once a request. */
export const findTraineeChoices = cache(async (today: Day) => {
  const { townships, categories, years, cohorts } = await together(db, {
    townships: townshipsOn(today),
    categories: codeItems("TRAINEE_CATEGORY"),
    years: cohortYears,
    cohorts: cohortsNow,
  });
  const language = await getLocale();
  return {
    townships,
    years: years.map(({ year }) => year),
    cohorts,
    categories: choicesOf(categories, language, today),
    category: wordsOf(categories, language),
  };
});
