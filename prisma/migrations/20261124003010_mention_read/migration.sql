-- Whom comments name is in the log, by account; kept beside it is which of them an account has read.
CREATE INDEX "log_entry_mentions_idx" ON "log_entry" USING GIN (("data"->'mentions'))
  WHERE "type" = 'commented' AND "data" ? 'mentions';
CREATE TABLE "mention_read" (
  "account_id" TEXT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
  "case_id" INTEGER NOT NULL,
  "event_id" TEXT NOT NULL,
  "read_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("account_id", "case_id", "event_id")
);
