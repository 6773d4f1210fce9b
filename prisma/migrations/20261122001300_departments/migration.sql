-- A city brings its own departments. One that it leaves out stays, with its end: old cases keep its name.
ALTER TABLE "department"
  ADD COLUMN "credit_code" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "retired_at" TIMESTAMPTZ(3);
