/** The migration this release was written for; a test keeps it equal to the newest folder of prisma/migrations. */
export const newestMigration = "20261215000000_merges";
