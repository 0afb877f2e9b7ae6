export type Pair = { trainee: string; cohort: string };

/**
 * Each person once into each cohort at most; one after the other goes to the next cohort, so that only the year is shared. Every time all
 * people have had their turn, each begins one cohort further on.
 */
export function pairing(trainees: string[], cohorts: string[]): () => Pair {
  let n = 0;
  return () => {
    const [turn, place] = [Math.floor(n / trainees.length), n % trainees.length];
    n++;
    return { trainee: trainees[place] ?? "", cohort: cohorts[(place + turn) % cohorts.length] ?? "" };
  };
}
