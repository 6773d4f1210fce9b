-- Registers that a city brings in files, with all their versions: a row holds from version "since" to before "until".
CREATE TABLE "register_version" (
  "register" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "by_name" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "counts" JSONB NOT NULL,
  PRIMARY KEY ("register", "version")
);

-- Named places of the city (GB/T 30428.3).
CREATE TABLE "gazetteer_entry" (
  "key" TEXT NOT NULL,
  "since" INTEGER NOT NULL,
  "until" INTEGER,
  "digest" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "aliases" JSONB NOT NULL,
  "spelled" TEXT NOT NULL,
  "lon" DOUBLE PRECISION NOT NULL,
  "lat" DOUBLE PRECISION NOT NULL,
  "lines" JSONB,
  "road" TEXT,
  "plate" TEXT,
  "source" TEXT NOT NULL,
  "approximate" BOOLEAN NOT NULL,
  PRIMARY KEY ("key", "since")
);
CREATE UNIQUE INDEX "gazetteer_entry_current_key" ON "gazetteer_entry" ("key") WHERE "until" IS NULL;

-- The register of components (GB/T 30428.2): physical facilities with a code, an owner and a state.
CREATE TABLE "component" (
  "key" TEXT NOT NULL,
  "since" INTEGER NOT NULL,
  "until" INTEGER,
  "digest" TEXT NOT NULL,
  "scheme" TEXT NOT NULL,
  "category_key" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "maintainer" TEXT NOT NULL,
  "supervisor" TEXT NOT NULL,
  "grid_code" TEXT,
  "state" TEXT NOT NULL,
  "installed_on" TEXT,
  "changed_on" TEXT,
  "accuracy" TEXT,
  "lon" DOUBLE PRECISION NOT NULL,
  "lat" DOUBLE PRECISION NOT NULL,
  "source" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "simulated" BOOLEAN NOT NULL,
  PRIMARY KEY ("key", "since")
);
CREATE UNIQUE INDEX "component_current_key" ON "component" ("key") WHERE "until" IS NULL;

-- The component that a report names.
ALTER TABLE "city_case" ADD COLUMN "component" TEXT;
CREATE INDEX "city_case_component_idx" ON "city_case" ("component", "id") WHERE "component" IS NOT NULL;
