-- Suspended cases only: a handful that is looked at every few seconds.
CREATE INDEX "city_case_suspended_idx" ON "city_case" ("id") WHERE "suspended";
