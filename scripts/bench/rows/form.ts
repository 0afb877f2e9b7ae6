import { measurePage } from "../page";
import type { Operation } from "../result";

/** A page that is a form: registering a trainee. */
export const form: Operation = async () => [
  await measurePage({
    operation: "form page",
    as: "yangjin",
    path: "/trainees/new",
    floor: "/floor/enrol",
    rows: { portal: 0, floor: 0 },
    words: ["idNumber", "villageCode", "ethnicity", "category", "submissionKey"].map((name) => `name="${name}"`),
  }),
];
