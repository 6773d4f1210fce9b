-- Photographs of cases, by what they hold: the same picture is kept once.
CREATE TABLE photo (
  id char(64) PRIMARY KEY,
  content_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes bytea NOT NULL,
  stored_at timestamptz(3) NOT NULL,
  stored_by text NOT NULL
);
-- They are packed already.
ALTER TABLE photo ALTER COLUMN bytes SET STORAGE EXTERNAL;
