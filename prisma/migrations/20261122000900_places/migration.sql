-- A place has an outline for each span of time: old cases stay in the grids of their day.
ALTER TABLE "place" DROP CONSTRAINT "place_pkey";
ALTER TABLE "place" ADD CONSTRAINT "place_pkey" PRIMARY KEY ("code", "valid_from");
CREATE UNIQUE INDEX "place_in_use_idx" ON "place" ("code") WHERE "valid_to" IS NULL;

-- Which code took the place of one that was abolished.
CREATE TABLE "place_successor" (
  "code" TEXT PRIMARY KEY,
  "successor" TEXT NOT NULL,
  "abolished" DATE,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "source" TEXT NOT NULL
);
INSERT INTO "place_successor" ("code", "successor", "abolished", "name_zh", "name_en", "source") VALUES
  ('120107', '120116', NULL, '塘沽区', 'Tanggu', 'merged into Binhai New Area'),
  ('120108', '120116', NULL, '汉沽区', 'Hangu', 'merged into Binhai New Area'),
  ('120109', '120116', NULL, '大港区', 'Dagang', 'merged into Binhai New Area'),
  ('120221', '120117', NULL, '宁河县', 'Ninghe County', 'became a district'),
  ('120223', '120118', NULL, '静海县', 'Jinghai County', 'became a district'),
  ('120225', '120119', NULL, '蓟县', 'Ji County', 'became a district');
