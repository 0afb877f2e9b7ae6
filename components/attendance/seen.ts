import type { OutLine } from "./outbox";

/** By person the version of the mark that this page has shown last; 0 for none. */
export type Seen = Record<string, number>;

/**
 * I36: what a page has seen once the marks that stand now came in. Where it shows what stands it has seen that; a choice somebody tapped
 * goes on showing what was tapped, so that a mark which came meanwhile is unseen, and the line keeps the version it was tapped on.
 */
export const seenIn = (shown: OutLine[], standing: OutLine[]): Seen =>
  Object.fromEntries(
    shown.map(({ traineeId, mark, note, version }) => {
      const now = standing.find((one) => one.traineeId === traineeId);
      return [traineeId, now?.mark === mark && now.note === note ? now.version : version];
    }),
  );

/** The same once the portal has answered with the versions of what this page had sent. */
export const seenSaved = (seen: Seen, versions: Seen): Seen =>
  Object.fromEntries(Object.entries(seen).map(([id, version]) => [id, Math.max(version, versions[id] ?? 0)]));
