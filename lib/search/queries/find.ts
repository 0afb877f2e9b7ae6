import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { db } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import type { Asked, Found, Group } from "@/lib/search/queries/group";
import { cohorts } from "@/lib/search/queries/groups/cohorts";
import { courses } from "@/lib/search/queries/groups/courses";
import { lessons } from "@/lib/search/queries/groups/lessons";
import { months } from "@/lib/search/queries/groups/months";
import { places } from "@/lib/search/queries/groups/places";
import { projects } from "@/lib/search/queries/groups/projects";
import { records } from "@/lib/search/queries/groups/records";
import { trainees } from "@/lib/search/queries/groups/trainees";
import { trainers } from "@/lib/search/queries/groups/trainers";
import { mostCounted, shownOfEach } from "@/lib/search/rules";
import type { GroupName, SearchQuery } from "@/lib/search/schema";
import { translatorOf } from "@/lib/wording/translations";
import type { Role } from "@/prisma/generated/enums";

const all: Group[] = [trainees, cohorts, courses, lessons, trainers, places, projects, records, months];

/** What a role may look for: where it may open no page, nothing is looked for and nothing is told. */
const openTo = (role: Role): Group[] => all.filter(({ permission }) => may(role, permission));

export const listGroups = (role: Role): GroupName[] => openTo(role).map(({ name }) => name);

/** U06: everything the words lead to that this person may open, group by group; those that have nothing are left out. */
export async function findEverything(actor: Actor, query: Pick<SearchQuery, "q" | "person" | "in">): Promise<Found[]> {
  const asked = askedBy(actor, query);
  if (asked.q === "" && !asked.person) return [];
  const questions = questionsOf(actor.role, asked, query.in);
  if (questions.length === 0) return [];
  const told = await together(db, Object.fromEntries(questions.map(({ group, question }) => [group.name, question])));
  return questions
    .map(({ group }) => group.found(told[group.name] ?? [], asked))
    .filter(({ answers }) => answers.length > 0);
}

/** Of a number all whose it is are shown; a family may share a telephone. */
function askedBy({ today, locale }: Actor, { q, person, in: only }: Pick<SearchQuery, "q" | "person" | "in">): Asked {
  return { q, person, today, say: translatorOf(locale), shown: only || person ? mostCounted : shownOfEach };
}

/** A number has people and nothing else. */
function questionsOf(role: Role, asked: Asked, only?: GroupName): { group: Group; question: Question }[] {
  return openTo(role)
    .filter(({ name }) => (!only || name === only) && (!asked.person || name === "trainees"))
    .flatMap((group) => {
      const question = group.question(asked);
      return question ? [{ group, question }] : [];
    });
}
