-- What Drizzle cannot say: the full-text index, the counters, the append-only log.

-- The words themselves stand in resources.search_text; the index keeps only where they occur. Folding is done before
-- (worker/domain/words.ts), so the tokenizer has nothing left to fold.
CREATE VIRTUAL TABLE `search` USING fts5(
	search_text,
	content='',
	contentless_delete=1,
	tokenize="unicode61 remove_diacritics 0"
);
--> statement-breakpoint
CREATE TRIGGER `search_insert` AFTER INSERT ON `resources` BEGIN
	INSERT INTO search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER `search_update` AFTER UPDATE OF `search_text` ON `resources` BEGIN
	DELETE FROM search WHERE rowid = OLD.id;
	INSERT INTO search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
END;
--> statement-breakpoint
-- Words only ever come: one that no text has any more finds nothing, and does no harm.
CREATE TRIGGER `words_insert` AFTER INSERT ON `resources` BEGIN
	INSERT OR IGNORE INTO word_endings (ending, word)
	SELECT substr(w.value, i.value), w.value
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]') AS i
	WHERE i.value = 1 OR i.value <= length(w.value) - 2;
	INSERT OR IGNORE INTO word_forms (form, word, at, letter)
	SELECT w.value, w.value, -1, '' FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w;
	INSERT OR IGNORE INTO word_forms (form, word, at, letter)
	SELECT substr(w.value, 1, i.value - 1) || substr(w.value, i.value + 1), w.value, i.value - 1, substr(w.value, i.value, 1)
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]') AS i
	WHERE length(w.value) >= 3 AND i.value <= length(w.value);
END;
--> statement-breakpoint
CREATE TRIGGER `words_update` AFTER UPDATE OF `search_text` ON `resources` BEGIN
	INSERT OR IGNORE INTO word_endings (ending, word)
	SELECT substr(w.value, i.value), w.value
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]') AS i
	WHERE i.value = 1 OR i.value <= length(w.value) - 2;
	INSERT OR IGNORE INTO word_forms (form, word, at, letter)
	SELECT w.value, w.value, -1, '' FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w;
	INSERT OR IGNORE INTO word_forms (form, word, at, letter)
	SELECT substr(w.value, 1, i.value - 1) || substr(w.value, i.value + 1), w.value, i.value - 1, substr(w.value, i.value, 1)
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') AS w, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40]') AS i
	WHERE length(w.value) >= 3 AND i.value <= length(w.value);
END;
--> statement-breakpoint
CREATE TRIGGER `cell_counts_insert` AFTER INSERT ON `resources` WHEN NEW.status <> 'removed' BEGIN
	INSERT INTO cell_counts (cells, resources) VALUES (NEW.cells, 1)
	ON CONFLICT (cells) DO UPDATE SET resources = resources + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `cell_counts_leave` AFTER UPDATE ON `resources`
WHEN OLD.status <> 'removed' AND (NEW.status = 'removed' OR NEW.cells <> OLD.cells) BEGIN
	UPDATE cell_counts SET resources = resources - 1 WHERE cells = OLD.cells;
END;
--> statement-breakpoint
CREATE TRIGGER `cell_counts_enter` AFTER UPDATE ON `resources`
WHEN NEW.status <> 'removed' AND (OLD.status = 'removed' OR NEW.cells <> OLD.cells) BEGIN
	INSERT INTO cell_counts (cells, resources) VALUES (NEW.cells, 1)
	ON CONFLICT (cells) DO UPDATE SET resources = resources + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `resources_stay` BEFORE DELETE ON `resources` BEGIN
	SELECT RAISE(ABORT, 'a resource is removed by its status, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `changes_keep` BEFORE UPDATE ON `changes` BEGIN
	SELECT RAISE(ABORT, 'the change log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `changes_stay` BEFORE DELETE ON `changes` BEGIN
	SELECT RAISE(ABORT, 'the change log is append-only');
END;
