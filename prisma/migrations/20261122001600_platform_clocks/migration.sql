-- A district's platform may have stage limits of its own; those of the city stand under the empty code.
ALTER TABLE "stage_limit" ADD COLUMN "district_code" TEXT NOT NULL DEFAULT '';
ALTER TABLE "stage_limit" DROP CONSTRAINT "stage_limit_pkey";
ALTER TABLE "stage_limit" ADD CONSTRAINT "stage_limit_pkey" PRIMARY KEY ("stage", "district_code");
