-- The facts that figures are counted from, as one server had them in memory: a start reads these and the tail of the log
-- instead of all of it. Nothing but a copy: without it, or with one of another definition, the log is read from its beginning.
CREATE TABLE "fact_checkpoint" (
  "id" INTEGER PRIMARY KEY,
  "definition" TEXT NOT NULL,
  "epoch" TEXT NOT NULL,
  "position" BIGINT NOT NULL,
  "cases" INTEGER NOT NULL,
  "facts" INTEGER NOT NULL,
  "stamp" TEXT NOT NULL,
  "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "fact_checkpoint_part" (
  "kind" TEXT NOT NULL,
  "no" INTEGER NOT NULL,
  "crc" BIGINT NOT NULL,
  "bytes" BYTEA NOT NULL,
  PRIMARY KEY ("kind", "no")
);
-- Numbers that hardly shrink: packing them would take longer than writing them.
ALTER TABLE "fact_checkpoint_part" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
