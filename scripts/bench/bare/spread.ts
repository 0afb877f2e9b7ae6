/** So many things over so many places, as evenly as whole numbers allow. */
export const spread = (things: number, places: number): number[] =>
  Array.from({ length: places }, (_, place) => Math.floor((things + place) / places));
