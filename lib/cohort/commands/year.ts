import "server-only";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";

/** The year is full for a plan, not for a person: the sentence has other ways out. */
export async function explained<T>(story: "PLAN" | "MOVE", write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal?.refusal !== "YEAR_FULL") throw error;
    throw new Refusal("YEAR_FULL", { ...refusal.figures, case: story, ...(story === "MOVE" && { field: "startsOn" }) });
  }
}
