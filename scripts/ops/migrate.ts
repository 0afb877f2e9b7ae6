/** Brings the database up to date and stops: every operation does that before its own work, this one has none. */
import { newestMigration } from "@/lib/check/rules";

console.log(`The database is at ${newestMigration} · 数据库已是最新`);
