-- R24: 参训人数 of a year, counted when somebody gets or leaves a place and no longer each time a page is read. Both tables are moved by
-- triggers and by nothing else; prisma/laws/headcount.sql.
CREATE TABLE "trainee_years" (
  "year" INTEGER NOT NULL,
  "at_base" BOOLEAN NOT NULL,
  "trainee_id" UUID NOT NULL,
  "places" INTEGER NOT NULL,
  CONSTRAINT "trainee_years_pkey" PRIMARY KEY ("year", "at_base", "trainee_id"),
  CONSTRAINT "counts_a_place" CHECK ("places" > 0)
);

CREATE TABLE "headcounts" (
  "year" INTEGER NOT NULL,
  "heads" INTEGER NOT NULL DEFAULT 0,
  "repeated" INTEGER NOT NULL DEFAULT 0,
  "outside" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "headcounts_pkey" PRIMARY KEY ("year")
);

INSERT INTO "trainee_years" ("year", "at_base", "trainee_id", "places")
SELECT extract(year FROM c."starts_on")::int, c."at_base", e."trainee_id", count(*)
FROM "enrolments" e JOIN "cohorts" c ON c."id" = e."cohort_id"
WHERE e."state" IN ('CONFIRMED', 'IN_TRAINING', 'COMPLETED', 'NOT_COMPLETED', 'DROPPED') GROUP BY 1, 2, 3;

INSERT INTO "headcounts" ("year", "heads", "repeated", "outside")
SELECT "year", count(*) FILTER (WHERE "at_base"), count(*) FILTER (WHERE "at_base" AND "places" > 1), count(*) FILTER (WHERE NOT "at_base")
FROM "trainee_years" GROUP BY "year";
