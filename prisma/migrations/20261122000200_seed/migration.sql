-- The catalogue says how well a number is attested and which trade disposes of it; departments have a trade and may
-- serve one subdistrict.
ALTER TABLE "category" ALTER COLUMN "attested" TYPE TEXT USING "attested"::text;
ALTER TABLE "filing_condition" RENAME COLUMN "department_kind" TO "office";
ALTER TABLE "department" ADD COLUMN "subdistrict_code" TEXT, ADD COLUMN "trade" TEXT NOT NULL DEFAULT 'command';
ALTER TABLE "department" ALTER COLUMN "trade" DROP DEFAULT;

-- Which version of each part of the seed is in; a part that a city brought itself is never seeded again.
CREATE TABLE "seed_mark" (
  "part" TEXT PRIMARY KEY,
  "version" TEXT NOT NULL,
  "own" BOOLEAN NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
