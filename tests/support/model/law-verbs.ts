import { addDays } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { insertEnrolment } from "@/tests/support/raw";
import { newEnrolment } from "./enrolment-paper";
import * as paper from "./reference";
import { aCohort, choose, type Play, short } from "./scene";

/** Past the portal's code, in the portal's role, with the entry written: only the law can refuse it. */
const psql: Play = (at, pick) => {
  const found = aCohort(at, pick, ["APPROVED", "IN_PROGRESS"]);
  if (!found) return undefined;
  const { cohort } = found;
  const traineeId = choose(at.people, pick.people[0] ?? 0);
  const enrolled = paper
    .inTheWay(at.world, cohort, traineeId, addDays(cohort.startsOn, -1))
    .includes("ALREADY_ENROLLED");
  return {
    tells: `psql: insert ${traineeId.slice(-4)} into ${short(cohort)}`,
    against: [
      ...(enrolled ? ["ALREADY_ENROLLED"] : []),
      ...(["APPROVED", "IN_PROGRESS"].includes(cohort.state) ? [] : ["COHORT_NOT_OPEN"]),
      // R34: nobody comes into a cohort that has begun without an approval.
      ...(cohort.state === "IN_PROGRESS" ? ["NOT_ALLOWED"] : []),
      ...(paper.isTaken(at.world, cohort) ? ["COHORT_FULL"] : []),
    ],
    act: () => sql("app", insertEnrolment(traineeId, cohort.id)),
    effect: (world) => void world.enrolments.push(newEnrolment(cohort, traineeId, "psql", "CONFIRMED", false)),
  };
};

/** I6: the capacity of a year is for its owner to change, and never below what is held or planned. */
const capacity: Play = (at, pick) => {
  const year = choose(Object.keys(at.world.capacity).map(Number), pick.start);
  const wanted = 4 + (pick.other % 10);
  return {
    tells: `capacity of ${year} to ${wanted}`,
    against: [],
    act: () => sql("owner", "UPDATE training_years SET capacity = $1 WHERE year = $2", [wanted, year]),
    effect(world) {
      world.capacity[year] = wanted;
    },
  };
};

export const lawVerbs = { psql, capacity };
