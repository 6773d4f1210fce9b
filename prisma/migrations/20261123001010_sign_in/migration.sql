-- What signing in needs beyond a password: a second factor in the shape of the sign-in library's table, when an account
-- signed in last, whether its password was given by somebody else, and when a session was last used.
ALTER TABLE "account"
  ADD COLUMN "two_factor_enabled" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "given_password" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "signed_in_at" TIMESTAMPTZ(3);
ALTER TABLE "session" ADD COLUMN "seen_at" TIMESTAMPTZ(3);

CREATE TABLE "two_factor" (
  "id" TEXT PRIMARY KEY,
  "account_id" TEXT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
  "secret" TEXT NOT NULL,
  "backup_codes" TEXT NOT NULL,
  "verified" BOOLEAN DEFAULT TRUE,
  "failed_verification_count" INTEGER DEFAULT 0,
  "locked_until" TIMESTAMPTZ(3)
);
CREATE INDEX "two_factor_account_id_idx" ON "two_factor" ("account_id");
CREATE INDEX "two_factor_secret_idx" ON "two_factor" ("secret");

-- Wrong tries to sign in, by account name and by address, so that all servers of one store count together.
CREATE TABLE "sign_in_failure" (
  "key" TEXT PRIMARY KEY,
  "failures" INTEGER NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "locked_until" TIMESTAMPTZ(3)
);
