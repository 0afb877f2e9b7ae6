import type { Day } from "@/lib/value/calendar";

type Plan = { startsOn?: Day | undefined; endsOn?: Day | undefined; atBase?: boolean | undefined };
type Fault = { field: "endsOn" | "place"; case: "ENDS_BEFORE_BEGIN" | "PLACE_MISSING" };

/** What one field of a plan says against another, each at its field; a field that is not known yet says nothing. */
export function listFaults({ startsOn, endsOn, atBase, place }: Plan & { place?: string | undefined }): Fault[] {
  const endsEarly = startsOn !== undefined && endsOn !== undefined && endsOn < startsOn;
  return [
    ...(endsEarly ? [{ field: "endsOn", case: "ENDS_BEFORE_BEGIN" } as const] : []),
    ...(atBase === false && !place ? [{ field: "place", case: "PLACE_MISSING" } as const] : []),
  ];
}
