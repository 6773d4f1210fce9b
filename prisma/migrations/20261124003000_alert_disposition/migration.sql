-- Why somebody closed an alert by hand, by whom and when.
ALTER TABLE "alert" ADD COLUMN "disposition" JSONB;
