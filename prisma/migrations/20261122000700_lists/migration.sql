-- Lists that a city brings itself. Every state of a list is kept whole, so that an older one can be the current again.
CREATE TABLE "list_version" (
  "kind" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "by_id" TEXT NOT NULL,
  "by_name" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "current" BOOLEAN NOT NULL,
  "counts" JSONB NOT NULL,
  -- The entries as gzipped JSON.
  "content" BYTEA NOT NULL,
  PRIMARY KEY ("kind", "version")
);
CREATE UNIQUE INDEX "list_version_current_idx" ON "list_version" ("kind") WHERE "current";

-- Code systems are data; cases keep the one they were filed under.
CREATE TABLE "code_system" (
  "id" TEXT PRIMARY KEY,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "attested" TEXT NOT NULL,
  "source" TEXT NOT NULL
);

-- What a city's list leaves out stays, with its end: cases keep what they were filed under. The ordinal never changes:
-- screens know categories by their place in its order.
ALTER TABLE "category"
  ADD COLUMN "ordinal" SERIAL NOT NULL,
  ADD COLUMN "maps_to" TEXT,
  ADD COLUMN "maps_basis" TEXT,
  ADD COLUMN "retired_at" TIMESTAMPTZ(3);
ALTER TABLE "filing_condition"
  ADD COLUMN "season" TEXT,
  ADD COLUMN "office_name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "retired_at" TIMESTAMPTZ(3);
