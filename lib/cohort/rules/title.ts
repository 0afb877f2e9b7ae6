/** R27: `2018-002` is the second run of 2018, `2018-W01` the first of those off the base, which are counted apart; texts, without a comma in the year. */
export function runOf(number: string): { year: string; run: string; isOutside: boolean } {
  const [year = "", run = ""] = number.split("-");
  return { year, run: String(Number(run.replace("W", ""))), isOutside: run.startsWith("W") };
}
