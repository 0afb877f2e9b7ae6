import { expect, test } from "vitest";
import { accessFilter, askedOf, auditFilter } from "@/lib/audit/schema";

test("R93: the file of a log is asked for as its list is, whichever page of the list is open", () => {
  const audit = auditFilter.parse({ from: "2018-08-01", who: "央金", verb: "", before: "31" });
  const access = accessFilter.parse({ kind: "REVEAL", before: "31" });

  expect(askedOf(audit)).toBe(`from=2018-08-01&who=${encodeURIComponent("央金")}`);
  expect(askedOf(access)).toBe("kind=REVEAL");
});
