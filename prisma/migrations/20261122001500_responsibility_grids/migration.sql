-- 责任网格: which unit grids one collector, post or unit answers for, and since when. Old tasks and cases stay in the
-- responsibility grids of their day.
CREATE TABLE "responsibility_grid" (
  "code" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "collector" TEXT,
  "department_code" TEXT,
  "approximate" BOOLEAN NOT NULL,
  "unit_grids" JSONB NOT NULL,
  "valid_from" TIMESTAMPTZ(3) NOT NULL,
  "valid_to" TIMESTAMPTZ(3),
  PRIMARY KEY ("code", "valid_from")
);
CREATE UNIQUE INDEX "responsibility_grid_in_use_idx" ON "responsibility_grid" ("code") WHERE "valid_to" IS NULL;
CREATE INDEX "responsibility_grid_units_idx" ON "responsibility_grid" USING GIN ("unit_grids");
