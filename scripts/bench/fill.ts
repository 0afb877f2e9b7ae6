/** Fills an empty migrated database with the demo and, over ten years, the people and enrolments of the wanted size. */
import pg from "pg";
import { db } from "@/lib/database/db";
import { seedDemo } from "@/prisma/seed/story";
import { enrolPeople } from "./fill/enrolments";
import { requireLaws } from "./fill/laws";
import { writePeople } from "./fill/people";
import { fillRoster } from "./fill/roster";

const scale = Number(process.env.BENCH_SCALE);
const people = Math.round(scale * 50_000);
const owner = new pg.Client({ connectionString: process.env.BENCH_OWNER_URL });
await owner.connect();
// The rows are written as they would stand after years of use, counters and audit entries included; no trigger writes them twice.
await owner.query("SET session_replication_role = replica");
await owner.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");

await seedDemo();
await writePeople(owner, people);
await enrolPeople(owner, people * 2);
await owner.query("SET session_replication_role = origin");
await owner.query("VACUUM (ANALYZE)");
await fillRoster(owner);
await owner.query("SELECT mark_unmarked_rows()");
await owner.query("DO $$ BEGIN WHILE EXISTS (SELECT FROM seal_audit()) LOOP END LOOP; END $$");
await owner.query("VACUUM (ANALYZE)");
await requireLaws(owner);

await owner.end();
await db.$disconnect();
