-- A screen has a name that people know it by, a key of its own since an instant, and somebody who let it in. Empty
-- `approved_by`: made on the command line or by the demo.
ALTER TABLE "screen"
  ADD COLUMN "label" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "approved_by" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "keyed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "pattern_until" TIMESTAMPTZ(3);

UPDATE "screen" SET "keyed_at" = "created_at";

-- Codes of screens that ask to be let in (RFC 8628): short-lived, gone when used. What was asked comes from the screen,
-- where it hangs from whoever approves.
CREATE TABLE "device_code" (
  "id" TEXT PRIMARY KEY,
  "device_code" TEXT NOT NULL,
  "user_code" TEXT NOT NULL,
  "account_id" TEXT,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "status" TEXT NOT NULL,
  "last_polled_at" TIMESTAMPTZ(3),
  "polling_interval" INTEGER,
  "client_id" TEXT,
  "scope" TEXT,
  "asked_wall" TEXT NOT NULL,
  "asked_screen" TEXT NOT NULL,
  "asked_window" TEXT NOT NULL,
  "asked_from" TEXT NOT NULL,
  "asked_with" TEXT NOT NULL,
  "asked_at" TEXT NOT NULL,
  "hang_wall" TEXT,
  "hang_screen" TEXT,
  "hang_label" TEXT,
  "hang_scope" TEXT
);
CREATE UNIQUE INDEX "device_code_device_code_key" ON "device_code" ("device_code");
CREATE UNIQUE INDEX "device_code_user_code_key" ON "device_code" ("user_code");
CREATE INDEX "device_code_expires_at_idx" ON "device_code" ("expires_at");

-- What each screen last said of itself and the last picture it sent: one row a screen, overwritten.
CREATE TABLE "screen_report" (
  "screen_id" TEXT PRIMARY KEY REFERENCES "screen" ("id") ON DELETE CASCADE,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  "left_at" TIMESTAMPTZ(3),
  "node" TEXT NOT NULL,
  "report" JSONB NOT NULL
);
CREATE TABLE "screen_picture" (
  "screen_id" TEXT PRIMARY KEY REFERENCES "screen" ("id") ON DELETE CASCADE,
  "painted_at" TIMESTAMPTZ(3) NOT NULL,
  "content_type" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL CHECK (octet_length("bytes") <= 40960)
);
