import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

const certificate = (trainerId: string, change: Record<string, string> = {}) => {
  const row = {
    name: "'教师资格证书'",
    number: "'20120703'",
    level: "''",
    issued_on: "'2012-07-03'",
    valid_until: "NULL",
    ...change,
  };
  return sql(
    "owner",
    `INSERT INTO trainer_certificates (id, trainer_id, created_by_id, ${Object.keys(row).join()})
     VALUES (gen_random_uuid(), '${trainerId}', gen_random_uuid(), ${Object.values(row).join()})`,
  );
};

// Each is one that the forms refuse in words before it comes to this.
test.each([
  ["certificate_is_valid_for_days", { valid_until: "'2012-07-02'" }],
  ["certificate_is_valid_for_days", { valid_until: "'infinity'" }],
  ["certificate_is_valid_for_days", { issued_on: "'-infinity'" }],
  ["certificate_has_words", { name: "''" }],
  ["certificate_has_words", { number: "repeat('1', 41)" }],
  ["certificate_has_words", { level: "repeat('级', 21)" }],
])("features 53: %s refuses a certificate with %o", async (constraint, change) => {
  const { id } = await make.trainer();

  await expect(certificate(id, change)).rejects.toMatchObject({ code: "23514", constraint });
});
