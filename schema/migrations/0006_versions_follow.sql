-- What Drizzle cannot say: versions follow the change log, and the full-text index follows the versions.

-- Folding is lower case where letters are ASCII; any other name is folded by the next change of its resource.
UPDATE resources SET name_key = lower(name);
--> statement-breakpoint
CREATE TRIGGER `versions_follow` AFTER INSERT ON `changes` WHEN NEW.subject = 'resource' BEGIN
	UPDATE versions SET until = NEW.sequence WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND until IS NULL;
	INSERT INTO versions (sequence, resource_id, slug, name_key, cells, status, position, updated_at, search_text)
	SELECT NEW.sequence, id, slug, name_key, cells, status, position, updated_at, search_text
	FROM resources WHERE id = CAST(NEW.subject_id AS INTEGER);
	INSERT OR IGNORE INTO version_references (reference_id, sequence)
	SELECT value ->> '$.id', NEW.sequence FROM json_each(NEW.record, '$.references');
END;
--> statement-breakpoint
-- The log so far. What a version before its resource's latest was found by is not known any more: it takes the words
-- that its resource has now.
INSERT INTO versions (sequence, until, resource_id, slug, name_key, cells, status, position, updated_at, search_text)
WITH digits (value, digit) AS (VALUES ('yes', 0), ('no', 1), ('unknown', 2)),
weights (path, weight) AS (VALUES ('ct', 243), ('xray', 81), ('mrt', 27), ('ultrasound', 9), ('metadata', 3), ('caseReview', 1))
SELECT c.sequence, lead(c.sequence) OVER (PARTITION BY c.subject_id ORDER BY c.sequence),
	r.id, r.slug, lower(c.record ->> '$.name'),
	(SELECT sum(digit * weight) FROM weights JOIN digits ON digits.value = c.record ->> ('$.availability.' || path)),
	c.record ->> '$.status', r.position, c.at, r.search_text
FROM changes AS c JOIN resources AS r ON r.id = CAST(c.subject_id AS INTEGER)
WHERE c.subject = 'resource';
--> statement-breakpoint
INSERT OR IGNORE INTO version_references (reference_id, sequence)
SELECT cited.value ->> '$.id', c.sequence FROM changes AS c, json_each(c.record, '$.references') AS cited
WHERE c.subject = 'resource';
--> statement-breakpoint
DROP TRIGGER `search_insert`;
--> statement-breakpoint
DROP TRIGGER `search_update`;
--> statement-breakpoint
-- Its rows are versions from here on, no longer resources.
INSERT INTO search (search) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO search (rowid, search_text) SELECT sequence, search_text FROM versions;
--> statement-breakpoint
CREATE TRIGGER `search_insert` AFTER INSERT ON `versions` BEGIN
	INSERT INTO search (rowid, search_text) VALUES (NEW.sequence, NEW.search_text);
END;
