-- Who owns a duty among several servers (raising alerts), and until when by the database's own clock.
CREATE TABLE "lease" (
  "name" TEXT PRIMARY KEY,
  "holder" TEXT NOT NULL,
  -- Grows with every change of hands.
  "fence" BIGINT NOT NULL,
  "held_until" TIMESTAMPTZ(3) NOT NULL
);
