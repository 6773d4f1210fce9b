-- Every audit line carries its number in one chain and the SHA-256 of the line before together with its own content, so
-- that a line that was changed, removed or put in shows. Lines of before are chained once, by the server's next start.
ALTER TABLE "audit_line" ADD COLUMN "no" BIGINT, ADD COLUMN "hash" BYTEA;
CREATE UNIQUE INDEX "audit_line_no_key" ON "audit_line" ("no");
-- In byte order, so that beginnings of names are found by the index in a database of any language.
CREATE INDEX "audit_line_actor_id_no_idx" ON "audit_line" ("actor_id", "no");
CREATE INDEX "audit_line_actor_name_no_idx" ON "audit_line" ("actor_name" COLLATE "C", "no");
CREATE INDEX "audit_line_act_no_idx" ON "audit_line" ("act" COLLATE "C", "no");
CREATE INDEX "audit_line_subject_no_idx" ON "audit_line" ("subject" COLLATE "C", "no");

-- One row: the last line of the chain, and the last one that was removed because it was kept long enough. Whoever adds
-- lines holds this row.
CREATE TABLE "audit_head" (
  "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
  "no" BIGINT NOT NULL,
  "hash" BYTEA NOT NULL,
  "removed_no" BIGINT NOT NULL,
  "removed_hash" BYTEA NOT NULL
);
INSERT INTO "audit_head" VALUES (1, 0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex'));

-- A guard against mistakes; against a database's owner only the chain helps.
CREATE FUNCTION "keep_audit_line"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('citywall.audit', TRUE) IN ('chain', 'prune') THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'lines of the audit are never changed or removed';
END
$$;
CREATE TRIGGER "keep_audit_line" BEFORE UPDATE OR DELETE ON "audit_line"
  FOR EACH ROW EXECUTE FUNCTION "keep_audit_line"();
