import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** `IN ('A', 'B')`: the states stand in the text of the query, so that the planner knows how many rows they are. */
export const among = (states: readonly string[]): Prisma.Sql =>
  Prisma.raw(`IN (${states.map((state) => `'${state}'`).join(", ")})`);
