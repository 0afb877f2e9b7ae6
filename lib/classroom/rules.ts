/** What a classroom is for and what stands in it, by the codes of the code tables. */
export type Fitting = { kind: string; equipment: readonly string[] };

/** What the practice of one course needs: one of the kinds, where it names any, and each of the pieces. */
export type Need = { kinds: readonly string[]; equipment: readonly string[] };

/** What is missing: a classroom of one of these kinds, and these pieces. */
export type Lack = { kinds: string[]; equipment: string[] };

/** What a classroom lacks of what is needed; in a joint lesson every course is to find its own. */
export function lackOf(room: Fitting, needs: readonly Need[]): Lack {
  const unmet = needs.filter(({ kinds }) => kinds.length > 0 && !kinds.includes(room.kind));
  const missing = needs.flatMap(({ equipment }) => equipment).filter((piece) => !room.equipment.includes(piece));
  return { kinds: [...new Set(unmet.flatMap(({ kinds }) => kinds))], equipment: [...new Set(missing)] };
}

export function fits(room: Fitting, needs: readonly Need[]): boolean {
  const { kinds, equipment } = lackOf(room, needs);
  return kinds.length === 0 && equipment.length === 0;
}
