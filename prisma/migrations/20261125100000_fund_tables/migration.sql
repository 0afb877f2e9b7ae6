-- The tables of the aid money as the Prisma schema names them; the laws follow in the next migration.
-- CreateEnum
CREATE TYPE "FundState" AS ENUM ('DRAFT', 'SUBMITTED', 'FINAL', 'CLOSED');

-- CreateEnum
CREATE TYPE "RecordState" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "RevenueCertainty" AS ENUM ('CONFIRMED', 'IMPLIED', 'PROVISIONAL');

-- CreateEnum
CREATE TYPE "PlanBasis" AS ENUM ('EARLY', 'ADDITIONAL', 'EMERGENCY', 'OTHER');

-- CreateEnum
CREATE TYPE "PayeeAccount" AS ENUM ('COUNTY', 'JOINT');

-- CreateEnum
CREATE TYPE "OutsideLedger" AS ENUM ('SOCIAL', 'OPERATING');

-- CreateEnum
CREATE TYPE "MonthState" AS ENUM ('OPEN', 'SUBMITTED', 'LOCKED');

-- CreateEnum
CREATE TYPE "ProjectCategory" AS ENUM ('INDUSTRY', 'INFRASTRUCTURE', 'EMPLOYMENT', 'EDUCATION', 'HEALTH', 'LIVELIHOOD', 'TALENT');

-- CreateEnum
CREATE TYPE "ProjectState" AS ENUM ('NOT_STARTED', 'UNDER_WAY', 'FINISHED', 'ACCEPTED', 'HANDED_OVER');

-- CreateTable
CREATE TABLE "aid_funds" (
    "year" INTEGER NOT NULL,
    "state" "FundState" NOT NULL DEFAULT 'DRAFT',
    "approved_total" BIGINT NOT NULL DEFAULT 0,
    "arranged" BIGINT NOT NULL DEFAULT 0,
    "closing_proposed_by_id" UUID,
    "closing_reason" TEXT,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aid_funds_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "aid_plans" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,
    "basis" "PlanBasis",
    "document_no" TEXT,
    "reason" TEXT,
    "dated_on" DATE NOT NULL,
    "state" "RecordState" NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aid_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_figures" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "certainty" "RevenueCertainty" NOT NULL,
    "document_no" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "dated_on" DATE NOT NULL,
    "state" "RecordState" NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "revenue_figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appropriations" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "dated_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "reversal_of_id" UUID,
    "state" "RecordState" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appropriations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disbursements" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "dated_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "account" "PayeeAccount" NOT NULL DEFAULT 'COUNTY',
    "exception_reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "reversal_of_id" UUID,
    "state" "RecordState" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "disbursements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "investment_progress" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "dated_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "reversal_of_id" UUID,
    "state" "RecordState" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "investment_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outside_records" (
    "id" UUID NOT NULL,
    "ledger" "OutsideLedger" NOT NULL,
    "year" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,
    "dated_on" DATE NOT NULL,
    "document_no" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "reversal_of_id" UUID,
    "state" "RecordState" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outside_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_months" (
    "month" TEXT NOT NULL,
    "state" "MonthState" NOT NULL DEFAULT 'OPEN',
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "locked_by_id" UUID,
    "locked_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fund_months_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "ProjectCategory" NOT NULL,
    "is_employment_related" BOOLEAN NOT NULL DEFAULT false,
    "is_construction" BOOLEAN NOT NULL DEFAULT false,
    "plan_year" INTEGER NOT NULL,
    "implement_year" INTEGER NOT NULL,
    "site" TEXT NOT NULL,
    "content" TEXT NOT NULL DEFAULT '',
    "implementing_unit" TEXT NOT NULL,
    "target" TEXT NOT NULL DEFAULT '',
    "total_investment" BIGINT NOT NULL,
    "due_on" DATE,
    "arranged" BIGINT NOT NULL DEFAULT 0,
    "disbursed" BIGINT NOT NULL DEFAULT 0,
    "completed" BIGINT NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_sites" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "finished_on" DATE,

    CONSTRAINT "project_sites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_reports" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "state" "ProjectState" NOT NULL,
    "dated_on" DATE NOT NULL,
    "physical_progress" INTEGER NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "document_no" TEXT,
    "created_by_id" UUID NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "project_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "aid_plans_year_state_idx" ON "aid_plans"("year", "state");

-- CreateIndex
CREATE INDEX "revenue_figures_year_state_idx" ON "revenue_figures"("year", "state");

-- CreateIndex
CREATE INDEX "appropriations_project_id_state_idx" ON "appropriations"("project_id", "state");

-- CreateIndex
CREATE INDEX "appropriations_dated_on_idx" ON "appropriations"("dated_on");

-- CreateIndex
CREATE INDEX "disbursements_project_id_state_idx" ON "disbursements"("project_id", "state");

-- CreateIndex
CREATE INDEX "disbursements_dated_on_idx" ON "disbursements"("dated_on");

-- CreateIndex
CREATE INDEX "investment_progress_project_id_state_idx" ON "investment_progress"("project_id", "state");

-- CreateIndex
CREATE INDEX "investment_progress_dated_on_idx" ON "investment_progress"("dated_on");

-- CreateIndex
CREATE INDEX "outside_records_ledger_year_idx" ON "outside_records"("ledger", "year");

-- CreateIndex
CREATE UNIQUE INDEX "one_project_per_code" ON "projects"("code");

-- CreateIndex
CREATE INDEX "projects_implement_year_idx" ON "projects"("implement_year");

-- CreateIndex
CREATE UNIQUE INDEX "one_site_per_number" ON "project_sites"("project_id", "number");

-- CreateIndex
CREATE INDEX "project_reports_project_id_dated_on_seq_idx" ON "project_reports"("project_id", "dated_on", "seq");

-- AddForeignKey
ALTER TABLE "appropriations" ADD CONSTRAINT "appropriations_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appropriations" ADD CONSTRAINT "appropriations_reversal_of_id_fkey" FOREIGN KEY ("reversal_of_id") REFERENCES "appropriations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disbursements" ADD CONSTRAINT "disbursements_reversal_of_id_fkey" FOREIGN KEY ("reversal_of_id") REFERENCES "disbursements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment_progress" ADD CONSTRAINT "investment_progress_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment_progress" ADD CONSTRAINT "investment_progress_reversal_of_id_fkey" FOREIGN KEY ("reversal_of_id") REFERENCES "investment_progress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outside_records" ADD CONSTRAINT "outside_records_reversal_of_id_fkey" FOREIGN KEY ("reversal_of_id") REFERENCES "outside_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_sites" ADD CONSTRAINT "project_sites_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_reports" ADD CONSTRAINT "project_reports_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


