/** Writes a large register of invented people for trying speed: --people 50000. */
import { parseArgs } from "node:util";
import { db } from "@/lib/database/db";
import { seedRegister } from "@/prisma/seed/register";

const { values } = parseArgs({ options: { people: { type: "string", default: "0" }, help: { type: "boolean" } } });
const people = Number(values.people);

if (values.help || !Number.isInteger(people) || people < 1) {
  console.log("npm run ops -- seed --people 50000");
  process.exitCode = values.help ? 0 : 2;
} else {
  await seedRegister(people, (written) => {
    if (written % 5_000 === 0 || written === people) console.log(`${written} of ${people}`);
  });
}
await db.$disconnect();
