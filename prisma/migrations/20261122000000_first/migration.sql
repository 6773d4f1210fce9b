-- The city, its catalogue, its cases with their log, alerts, teams, sources and screens.
CREATE TABLE "place" (
  "code" TEXT PRIMARY KEY,
  "level" TEXT NOT NULL,
  "parent_code" TEXT,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "approximate" BOOLEAN NOT NULL,
  "hosting" TEXT,
  "area_m2" DOUBLE PRECISION NOT NULL,
  "lon" DOUBLE PRECISION NOT NULL,
  "lat" DOUBLE PRECISION NOT NULL,
  "population" INTEGER,
  "geometry" JSONB,
  "cell" INTEGER[],
  "valid_from" TIMESTAMPTZ(3) NOT NULL,
  "valid_to" TIMESTAMPTZ(3)
);
CREATE INDEX "place_level_idx" ON "place" ("level");
CREATE INDEX "place_parent_code_idx" ON "place" ("parent_code");

CREATE TABLE "category" (
  "key" TEXT PRIMARY KEY,
  "code_system" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "class_code" TEXT NOT NULL,
  "sub_code" TEXT NOT NULL,
  "class_zh" TEXT NOT NULL,
  "class_en" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "short_zh" TEXT NOT NULL,
  "short_en" TEXT NOT NULL,
  "attested" BOOLEAN NOT NULL,
  "source" TEXT NOT NULL
);

CREATE TABLE "filing_condition" (
  "category_key" TEXT NOT NULL REFERENCES "category" ("key"),
  "condition_no" INTEGER NOT NULL,
  "condition_zh" TEXT NOT NULL,
  "condition_en" TEXT NOT NULL,
  "close_zh" TEXT NOT NULL,
  "close_en" TEXT NOT NULL,
  "limit_value" DOUBLE PRECISION NOT NULL,
  "limit_unit" TEXT NOT NULL,
  "department_kind" TEXT NOT NULL,
  "generic" BOOLEAN NOT NULL,
  "source" TEXT NOT NULL,
  PRIMARY KEY ("category_key", "condition_no")
);

CREATE TABLE "stage_limit" (
  "stage" TEXT PRIMARY KEY,
  "limit_value" DOUBLE PRECISION NOT NULL,
  "limit_unit" TEXT NOT NULL,
  "source" TEXT NOT NULL
);

CREATE TABLE "department" (
  "code" TEXT PRIMARY KEY,
  "district_code" TEXT,
  "parent_code" TEXT,
  "kind" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL
);

CREATE TABLE "calendar_version" (
  "id" TEXT PRIMARY KEY,
  "zone" TEXT NOT NULL,
  "document" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "current" BOOLEAN NOT NULL
);

CREATE TABLE "source" (
  "id" TEXT PRIMARY KEY,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "simulated" BOOLEAN NOT NULL,
  "beat_seconds" INTEGER NOT NULL,
  "district_code" TEXT
);

CREATE TABLE "ingest_key" (
  "id" TEXT PRIMARY KEY,
  "source_id" TEXT NOT NULL REFERENCES "source" ("id"),
  "hash" TEXT NOT NULL UNIQUE,
  "scope" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revoked_at" TIMESTAMPTZ(3)
);

CREATE TABLE "screen" (
  "id" TEXT PRIMARY KEY,
  "wall" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "hash" TEXT NOT NULL UNIQUE,
  "scope" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revoked_at" TIMESTAMPTZ(3),
  UNIQUE ("wall", "name")
);

-- One row: whoever updates it holds the log until commit, so positions are gap-free in commit order across nodes.
CREATE TABLE "log_head" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "position" BIGINT NOT NULL,
  "epoch" TEXT NOT NULL
);
INSERT INTO "log_head" ("id", "position", "epoch") VALUES (1, 0, gen_random_uuid()::text);

CREATE TABLE "case_number_day" (
  "day" TEXT PRIMARY KEY,
  "last" INTEGER NOT NULL
);

CREATE SEQUENCE "city_case_id_seq" AS INTEGER;
CREATE TABLE "city_case" (
  "id" INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "source" TEXT NOT NULL,
  "external_id" TEXT NOT NULL,
  "simulated" BOOLEAN NOT NULL,
  "phase" TEXT NOT NULL,
  "conduct" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "category_key" TEXT,
  "condition_no" INTEGER,
  "urgent" BOOLEAN NOT NULL,
  "suspended" BOOLEAN NOT NULL,
  "supervision_level" INTEGER NOT NULL,
  "lon" DOUBLE PRECISION,
  "lat" DOUBLE PRECISION,
  "inside" BOOLEAN NOT NULL,
  "district_code" TEXT,
  "subdistrict_code" TEXT,
  "community_code" TEXT,
  "grid_code" TEXT,
  "address" TEXT NOT NULL,
  "department" TEXT,
  "reported_at" TIMESTAMPTZ(3) NOT NULL,
  "filed_at" TIMESTAMPTZ(3),
  "stage_entered_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  "stage_instance" INTEGER,
  "stage_round" INTEGER,
  "stage_warn_at" TIMESTAMPTZ(3),
  "stage_due_at" TIMESTAMPTZ(3),
  "stage_provisional" BOOLEAN NOT NULL,
  "whole_round" INTEGER,
  "whole_warn_at" TIMESTAMPTZ(3),
  "whole_due_at" TIMESTAMPTZ(3),
  "whole_provisional" BOOLEAN NOT NULL,
  "reworks" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "move_version" INTEGER NOT NULL,
  "state" JSONB NOT NULL,
  UNIQUE ("source", "external_id")
);
-- Open cases only: what a restart reads and what the deadline keeper asks for.
CREATE INDEX "city_case_phase_id_idx" ON "city_case" ("phase", "id");
CREATE INDEX "city_case_district_code_id_idx" ON "city_case" ("district_code", "id");
CREATE INDEX "city_case_reported_at_idx" ON "city_case" ("reported_at");
CREATE INDEX "city_case_stage_due_at_idx" ON "city_case" ("stage_due_at") WHERE "stage_due_at" IS NOT NULL;
CREATE INDEX "city_case_stage_warn_at_idx" ON "city_case" ("stage_warn_at") WHERE "stage_warn_at" IS NOT NULL;
CREATE INDEX "city_case_whole_due_at_idx" ON "city_case" ("whole_due_at") WHERE "whole_due_at" IS NOT NULL;
CREATE INDEX "city_case_whole_warn_at_idx" ON "city_case" ("whole_warn_at") WHERE "whole_warn_at" IS NOT NULL;

CREATE TABLE "log_entry" (
  "position" BIGINT PRIMARY KEY,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  "case_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "event_id" TEXT,
  "type" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "actor_kind" TEXT NOT NULL,
  "actor_id" TEXT NOT NULL,
  "actor_name" TEXT NOT NULL,
  "data" JSONB NOT NULL,
  UNIQUE ("case_id", "event_id")
);
CREATE INDEX "log_entry_case_id_position_idx" ON "log_entry" ("case_id", "position");

CREATE TABLE "alert" (
  "id" INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  "case_id" INTEGER NOT NULL,
  "instance" INTEGER NOT NULL,
  "round" INTEGER NOT NULL,
  "threshold" TEXT NOT NULL,
  "case_number" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "fired_at" TIMESTAMPTZ(3) NOT NULL,
  "taken_by" TEXT,
  "taken_by_name" TEXT,
  "taken_at" TIMESTAMPTZ(3),
  "resolved_at" TIMESTAMPTZ(3),
  "resolution" TEXT,
  UNIQUE ("case_id", "instance", "round", "threshold")
);
CREATE INDEX "alert_status_idx" ON "alert" ("status") WHERE "status" <> 'resolved';

CREATE TABLE "team" (
  "code" TEXT PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "district_code" TEXT NOT NULL,
  "department" TEXT,
  "simulated" BOOLEAN NOT NULL,
  "source" TEXT NOT NULL
);

CREATE TABLE "team_fix" (
  "team" TEXT PRIMARY KEY,
  "lon" DOUBLE PRECISION NOT NULL,
  "lat" DOUBLE PRECISION NOT NULL,
  "heading" DOUBLE PRECISION,
  "speed" DOUBLE PRECISION,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL
);

CREATE TABLE "audit_line" (
  "id" BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "actor_kind" TEXT NOT NULL,
  "actor_id" TEXT NOT NULL,
  "actor_name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "act" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "detail" JSONB NOT NULL,
  "address" TEXT NOT NULL
);
CREATE INDEX "audit_line_at_idx" ON "audit_line" ("at");
