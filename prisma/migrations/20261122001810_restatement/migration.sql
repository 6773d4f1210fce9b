-- A change of the working calendar moves a hundred thousand deadlines at once: one entry of the log and one row here for
-- thousands of cases are durable in milliseconds. Their rows and own log lines follow; until then `restating` names the
-- entries that rows do not have yet.
CREATE TABLE "restatement" (
  "position" BIGINT PRIMARY KEY,
  "from_version" TEXT NOT NULL,
  "to_version" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "content" BYTEA NOT NULL
);
-- Packed already: compressing it again would take longer than writing it.
ALTER TABLE "restatement" ALTER COLUMN "content" SET STORAGE EXTERNAL;

ALTER TABLE "log_head" ADD COLUMN "restating" BIGINT[] NOT NULL DEFAULT '{}';

-- The clocks that run on a case and what they depend on, beside its whole state, in the form
-- [id, version, phase, district, stage clock, whole clock, passage, whole]: counting all of them again must not unpack
-- every state.
ALTER TABLE "city_case" ADD COLUMN "clocked" TEXT;
UPDATE "city_case" SET "clocked" = jsonb_build_array("id", "version", "phase", "district_code",
  CASE WHEN "stage_round" IS NOT NULL THEN jsonb_build_object('instance', "stage_instance", 'round', "stage_round",
    'basis', "stage_basis", 'warnAt', round(date_part('epoch', "stage_warn_at") * 1000),
    'dueAt', round(date_part('epoch', "stage_due_at") * 1000), 'provisional', "stage_provisional") END,
  CASE WHEN "whole_round" IS NOT NULL THEN jsonb_build_object('instance', 0, 'round', "whole_round",
    'basis', "whole_basis", 'warnAt', round(date_part('epoch', "whole_warn_at") * 1000),
    'dueAt', round(date_part('epoch', "whole_due_at") * 1000), 'provisional', "whole_provisional") END,
  "state"->'instances'->-1, "state"->'whole')::text
WHERE "ended_at" IS NULL AND ("stage_round" IS NOT NULL OR "whole_round" IS NOT NULL);
