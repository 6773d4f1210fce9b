-- Probes that run the whole way from the public ingest to the glass. Each takes a position of the log, so that it goes
-- through commit, follower and projection like everything else, yet none of its rows: the table is a ring of a few slots
-- that are written over and over, so it never grows, and what counts cases, alerts or log lines never meets one.
CREATE TABLE "canary" (
  "slot" INTEGER PRIMARY KEY,
  "no" INTEGER NOT NULL,
  "position" BIGINT NOT NULL,
  "name" TEXT NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL
) WITH (fillfactor = 50);

INSERT INTO "source" ("id", "name_zh", "name_en", "simulated", "beat_seconds", "district_code")
VALUES ('canary', '探针', 'Canary', FALSE, 0, NULL) ON CONFLICT ("id") DO NOTHING;
