/** Writes the demo data into an empty database and prints the accounts it made as JSON. */
import { db } from "@/lib/database/db";
import { seedDemo } from "@/prisma/seed/story";

const seeded = await seedDemo();
if (seeded) console.log(JSON.stringify(seeded.accounts.map((account) => ({ ...account, password: seeded.password }))));
await db.$disconnect();
