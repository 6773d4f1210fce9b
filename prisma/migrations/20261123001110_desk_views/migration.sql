-- How officers look at their queue: each somebody's own, read by others where it is shared; and the city's own limits of
-- what an officer can bear, one document.
CREATE TABLE "desk_view" (
  "id" TEXT PRIMARY KEY,
  "owner_id" TEXT NOT NULL,
  "owner_name" TEXT NOT NULL,
  "scope" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shared" BOOLEAN NOT NULL,
  "filter" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "desk_view_owner" ON "desk_view" ("owner_id");

CREATE TABLE "load_limit" (
  "id" INTEGER PRIMARY KEY,
  "document" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" TEXT NOT NULL
);
