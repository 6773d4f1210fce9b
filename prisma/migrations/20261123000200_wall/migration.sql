-- A wall: its screens, where panels lie on it and what it shows when. One document, changed whole; `version` keeps two
-- people from overwriting each other.
CREATE TABLE "wall" (
  "id" TEXT PRIMARY KEY,
  "version" INTEGER NOT NULL,
  "scope" TEXT NOT NULL,
  "document" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" TEXT NOT NULL
);
