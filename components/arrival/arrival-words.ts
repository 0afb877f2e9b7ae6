import type { Day } from "@/lib/value/calendar";

type Known = { knownBy: "NOTED" | "ROLL" | "LEDGER" | null; arrivedOn: Day | null };
type Say = (key: "missing" | "ledger" | "arrived", values?: { day: string }) => string;

/** 已报到 with its day, 未报到, or that a ledger says so without a day. */
export function arrivalWords({ knownBy, arrivedOn }: Known, say: Say): string {
  if (!knownBy) return say("missing");
  return arrivedOn ? say("arrived", { day: arrivedOn }) : say("ledger");
}
