import { expect, test } from "vitest";
import { sql } from "@/tests/support/database";

test.each([0, -1, 1000])("features 18: of a piece of equipment there are 1 to 999, not %d", async (count) => {
  await expect(
    sql("owner", `INSERT INTO classroom_equipment (classroom_number, code, count) VALUES (11, 'PROJECTOR', ${count})`),
  ).rejects.toMatchObject({ constraint: "equipment_is_there" });
});
