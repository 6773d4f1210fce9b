-- The due instant that a disposal was judged by, on the event that ended it: the case's clock has moved on since.
ALTER TABLE "log_entry" ADD COLUMN "judged_due_at" TIMESTAMPTZ(3);
-- Days are read by instant; the log grows nearly in that order, so a few pages of ranges do.
CREATE INDEX "log_entry_at_idx" ON "log_entry" USING BRIN ("at") WITH (pages_per_range = 32, autosummarize = on);
