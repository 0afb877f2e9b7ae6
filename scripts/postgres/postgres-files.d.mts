export function findPlaces(): { base: string; who: { uid?: number; gid?: number } };
