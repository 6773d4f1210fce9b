-- What of a case waits for somebody beside its stage: requests for their answer, supervisions for their reply. Null on
-- nearly every case. Queues and the deadlines of demanded replies read it without the whole state.
ALTER TABLE "city_case" ADD COLUMN "waits" JSONB;

UPDATE "city_case" SET "waits" = jsonb_build_object(
  'requests', jsonb_path_query_array("state", '$.requests[*] ? (@.status == "pending")'),
  'supervisions', CASE WHEN "ended_at" IS NULL
    THEN jsonb_path_query_array("state", '$.supervisions[*] ? (@.reply == null && @.liftedAt == null)')
    ELSE '[]'::jsonb END)
WHERE jsonb_path_exists("state", '$.requests[*] ? (@.status == "pending")')
  OR ("ended_at" IS NULL
    AND jsonb_path_exists("state", '$.supervisions[*] ? (@.reply == null && @.liftedAt == null)'));
