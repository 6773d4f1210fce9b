-- Alerts that are put aside for a while, and why one came back by itself. Both are small and read with the alert alone.
ALTER TABLE "alert" ADD COLUMN "shelved" JSONB, ADD COLUMN "returned" JSONB;
