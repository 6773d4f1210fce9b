-- What happened, newest first: of alerts or of cases, of one kind of act, of one person. A page of it is a stretch of one of
-- these indexes. Names in byte order, so that beginnings of them are found in a database of any language.
CREATE INDEX "log_entry_kind_at" ON "log_entry" ("kind", "at", "position");
CREATE INDEX "log_entry_kind_type_at" ON "log_entry" ("kind", "type", "at", "position");
CREATE INDEX "log_entry_actor_name_at" ON "log_entry" ("actor_name" COLLATE "C", "at", "position");
