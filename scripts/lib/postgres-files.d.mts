export function findPlaces(): { who: { uid?: number; gid?: number } };
