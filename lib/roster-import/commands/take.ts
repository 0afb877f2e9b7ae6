import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { No } from "@/lib/command/row";
import type { Tx } from "@/lib/database/db";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";
import { enter, fitsBeside, type Person } from "@/lib/roster-import/commands/enter";
import { takeKnown } from "@/lib/roster-import/commands/known";
import { plain, type Taken, tell } from "@/lib/roster-import/commands/taken";
import { type Fault, type Meanings, readCells, type Values } from "@/lib/roster-import/rules/cells";
import { type Column, required } from "@/lib/roster-import/rules/columns";
import type { Line } from "@/lib/roster-import/rules/table";
import type { ImportRoster } from "@/lib/roster-import/schema";
import { readCard } from "@/lib/trainee/commands/card";
import { listLacks } from "@/lib/trainee/commands/doubts";
import type { WarningName } from "@/lib/trainee/rules/warnings";

/** What stands in a line: its values, the cells that cannot be read, and what its number says or why it says nothing. */
export type Read = { line: Line; values: Values; faults: Fault[]; card: Card | Refusal | undefined };
type Card = ReturnType<typeof readCard>;

export function readLine(line: Line, meanings: Meanings, actor: Actor): Read {
  const { values, faults } = readCells(line.cells, meanings);
  return { line, values, faults, card: cardOf(values, actor) };
}

type Way = Pick<ImportRoster, "noticeWay" | "noticeGivenOn"> & {
  /** Who has which number. */
  owners: ReadonlyMap<string, string>;
  looked: ReadonlyMap<number, WarningName[]>;
  /** Lines before this one, by their number. */
  before: Map<string, Line>;
};

/** Registers or changes whom each line names, in the order of the list; what is wrong with a line is that line's result (R81). */
export async function takeLines(tx: Tx, actor: Actor, read: readonly Read[], way: Way): Promise<Taken[]> {
  const all: Taken[] = [];
  let fresh: ({ place: number } & New)[] = [];
  const enterFresh = async () => {
    if (fresh.length === 0) return;
    const entered = await enter(
      tx,
      actor,
      fresh.map(({ person }) => person),
    );
    for (const [n, { place, taken, accepted }] of fresh.entries())
      all[place] = tell(taken, "NEW", accepted, entered[n] as (typeof entered)[number]);
    fresh = [];
  };
  for (const [place, one] of read.entries()) {
    const meant = meaningOf(one, actor, way);
    if ("person" in meant) {
      const beside = fresh.map(({ person }) => person);
      if (!fitsBeside(beside, meant.person)) await enterFresh();
      fresh.push({ place, ...meant });
    } else if ("known" in meant) {
      await enterFresh();
      all[place] = await takeKnown(tx, actor, meant.known, { ...meant, values: one.values });
    } else all[place] = meant.taken;
  }
  await enterFresh();
  return all;
}

type New = { taken: Taken; person: Person; accepted: WarningName[] };
type Meant = { taken: Taken } | New | { taken: Taken; known: string; accepted: WarningName[] };

/** Whom a line means: somebody new, a person who is known, or nobody, because something is wrong or said before. */
function meaningOf({ line, values, faults, card }: Read, actor: Actor, way: Way): Meant {
  const taken: Taken = { number: line.number, kind: "WRONG", version: 1, changes: [], faults, noes: [], warnings: [] };
  const wrong = (...noes: (No | Refusal)[]): Taken => ({ ...taken, noes: noes.map(plain) });

  const missing = required
    .filter((column) => !line.cells.get(column))
    .map((column) => ({ column, message: "required" }));
  if (card instanceof Refusal) return { taken: { ...wrong(card), faults: [...faults, ...missing] } };
  const twin = card && way.before.get(card.idNumber);
  if (twin) return { taken: isSame(twin, line) ? { ...taken, kind: "SAME", faults: [] } : wrong(twice(twin)) };
  if (card) way.before.set(card.idNumber, line);

  const known = card && way.owners.get(card.idNumber);
  const accepted = way.looked.get(line.number) ?? [];
  if (known) return { taken, known, accepted };
  const lacks = card ? listLacks(reachOf(line, values), card.birthDay, actor.today) : [];
  if (!card || faults.length + missing.length + lacks.length > 0)
    return { taken: { ...wrong(...lacks), faults: [...faults, ...missing] } };

  const { noticeWay, noticeGivenOn } = way;
  return { taken, accepted, person: { ...blank, ...values, accepted, noticeWay, noticeGivenOn } as Person };
}

/** R1–R3: what the number of a line says; undefined where there is none that can be read. */
function cardOf({ idNumber, birthDay, sex }: Values, actor: Actor) {
  if (!idNumber) return undefined;
  try {
    return readCard({ idNumber, birthDay, sex }, actor.today);
  } catch (error) {
    return asRefusal(error) ?? fail(error);
  }
}

function fail(error: unknown): never {
  throw error;
}

/** Their number is one, however it is written. */
const isSame = (one: Line, other: Line): boolean =>
  [...one.cells].every(([column, text]) => column === "idNumber" || (other.cells.get(column) ?? "") === text);

const twice = ({ at: { sheet, row } }: Line) =>
  new Refusal("INPUT_WRONG", { field: "idNumber", case: "LINE_TWICE", sheet: sheet ? `${sheet} ` : "", row });

/** A telephone that cannot be read is not a missing one. */
const reachOf = ({ cells }: Line, values: Values) => {
  const of = (field: "phone" | "villageContact" | "guardianName" | "guardianPhone") =>
    (values[field] ?? cells.get(field as Column)) || undefined;
  return {
    phone: of("phone"),
    villageContact: of("villageContact"),
    guardianName: of("guardianName"),
    guardianPhone: of("guardianPhone"),
  };
};

const blank = { otherCategories: [], registeredPoor: false, pensionInsured: false, note: "" };
