-- How the city reads its figures, as one document; absent members have their defaults.
CREATE TABLE "indicator_setting" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "document" JSONB NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_by" TEXT NOT NULL
);
