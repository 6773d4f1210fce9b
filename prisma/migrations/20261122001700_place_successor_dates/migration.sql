-- A code may have several successors: then its place was split. What each city knows of its own comes with its seed or its list.
DELETE FROM "place_successor";
ALTER TABLE "place_successor" DROP CONSTRAINT "place_successor_pkey";
ALTER TABLE "place_successor" ADD CONSTRAINT "place_successor_pkey" PRIMARY KEY ("code", "successor");
ALTER TABLE "place_successor" RENAME COLUMN "abolished" TO "since";
ALTER TABLE "place_successor" RENAME COLUMN "source" TO "reason";
ALTER TABLE "place_successor" ADD COLUMN "share" DOUBLE PRECISION;
