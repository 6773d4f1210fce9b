-- What one shift hands to the next: written by the system as one text, signed by who leaves and by who comes. The hash is
-- held against the text by the database itself, and neither is ever changed.
CREATE TABLE "handover" (
  "id" TEXT PRIMARY KEY,
  "scope" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "hash" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  CONSTRAINT "handover_hash" CHECK ("hash" = encode(sha256(convert_to("content", 'UTF8')), 'hex'))
);
CREATE INDEX "handover_at" ON "handover" ("at");
CREATE INDEX "handover_scope_at" ON "handover" ("scope", "at");

-- One name for each part: whoever signs second is one person, whoever comes too late is told.
CREATE TABLE "handover_signature" (
  "handover_id" TEXT NOT NULL REFERENCES "handover" ("id"),
  "part" TEXT NOT NULL CHECK ("part" IN ('leaves', 'comes')),
  "person_id" TEXT NOT NULL,
  "person_name" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("handover_id", "part"),
  CONSTRAINT "handover_two_people" UNIQUE ("handover_id", "person_id")
);

-- That somebody has read what was handed to them and put it aside.
CREATE TABLE "handover_put_away" (
  "handover_id" TEXT NOT NULL REFERENCES "handover" ("id"),
  "person_id" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("handover_id", "person_id")
);

CREATE FUNCTION "keep_handover"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a handover and its signatures are never changed or removed';
END
$$;
CREATE TRIGGER "keep_handover" BEFORE UPDATE OR DELETE ON "handover"
  FOR EACH ROW EXECUTE FUNCTION "keep_handover"();
CREATE TRIGGER "keep_handover_signature" BEFORE UPDATE OR DELETE ON "handover_signature"
  FOR EACH ROW EXECUTE FUNCTION "keep_handover"();
