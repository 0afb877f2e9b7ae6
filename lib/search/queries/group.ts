import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import type { Question } from "@/lib/database/together";
import { mostCounted } from "@/lib/search/rules";
import type { GroupName } from "@/lib/search/schema";
import type { Day } from "@/lib/value/calendar";
import type { translatorOf } from "@/lib/wording/translations";

/** What is looked for: words, or the people whose number was typed; of each group `shown` answers. */
export type Asked = { q: string; person?: string[] | undefined; today: Day; say: Say; shown: number };

type Say = ReturnType<typeof translatorOf>;

/** One answer: where it leads, and what tells it from others of its name. */
export type Answer = { id: string; title: string; detail?: string; code?: string; href: string };

/** The answers of a group and how many there are; `capped` where there are more than anybody counted. */
export type Found = { name: GroupName; total: number; capped: boolean; answers: Answer[]; all?: string };

type Definition<Shape extends z.ZodType> = {
  name: GroupName;
  /** That of the page an answer leads to: to anybody else nothing is told of it. */
  permission: Permission;
  question(asked: Asked): Question<Shape> | null;
  /** Of rows that the database could not choose alone, those that are meant. */
  isMeant?(row: z.output<Shape>, q: string): boolean;
  tell(row: z.output<Shape>, asked: Asked): Answer;
  /** The list that shows all of them for the same words. */
  list?(asked: Asked, meant: z.output<Shape>[]): string | undefined;
};

export type Group = {
  name: GroupName;
  permission: Permission;
  question(asked: Asked): Question | null;
  found(rows: unknown[], asked: Asked): Found;
};

/** A group of answers: its question among those of others, and what comes of its rows. `total` in a row counts more than came. */
export function group<Shape extends z.ZodType>(definition: Definition<Shape>): Group {
  const { name, permission, question, isMeant = () => true, tell, list } = definition;
  return {
    name,
    permission,
    question,
    found(rows, asked) {
      const meant = (rows as z.output<Shape>[]).filter((row) => isMeant(row, asked.q));
      const total = totalIn(meant[0]) ?? meant.length;
      const all = list?.(asked, meant) ?? `/search?${new URLSearchParams({ q: asked.q, in: name })}`;
      return {
        name,
        total: Math.min(total, mostCounted),
        capped: total > mostCounted,
        answers: meant.slice(0, asked.shown).map((row) => tell(row, asked)),
        ...(total > asked.shown && { all }),
      };
    },
  };
}

const totalIn = (row: unknown): number | undefined =>
  typeof row === "object" && row !== null && "total" in row ? Number(row.total) : undefined;

/** A list of this page with the same words. */
export const searched = (path: string, q: string): string => `${path}?${new URLSearchParams({ q })}`;
