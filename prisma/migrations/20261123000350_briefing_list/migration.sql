-- Lists of scenes that people step walls through: each somebody's own, read by others where it is shared. `version` keeps
-- two pages of one person from overwriting each other.
CREATE TABLE "briefing_list" (
  "id" TEXT PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "owner_id" TEXT NOT NULL,
  "owner_name" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "steps" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "briefing_list_owner" ON "briefing_list" ("owner_id");
