-- What Drizzle cannot say: the lineage follows the records, and has no circle.

CREATE TRIGGER `lineage_has_no_circle` BEFORE INSERT ON `lineage` BEGIN
	SELECT RAISE(ABORT, 'lineage_circle') WHERE NEW.resource_id IN (
		WITH RECURSIVE above (id) AS (
			SELECT NEW.source_id UNION SELECT l.source_id FROM lineage AS l JOIN above ON l.resource_id = above.id
		) SELECT id FROM above
	);
END;
--> statement-breakpoint
DROP TRIGGER `versions_follow`;
--> statement-breakpoint
CREATE TRIGGER `versions_follow` AFTER INSERT ON `changes` WHEN NEW.subject = 'resource' BEGIN
	UPDATE versions SET until = NEW.sequence WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND until IS NULL;
	INSERT INTO versions (sequence, resource_id, slug, name_key, cells, status, position, updated_at, search_text, access, license_spdx)
	SELECT NEW.sequence, id, slug, name_key, cells, status, position, updated_at, search_text,
		coalesce(NEW.record ->> '$.access', 'unknown'),
		CASE WHEN NEW.record ->> '$.license' IS NOT NULL THEN coalesce(NEW.record ->> '$.licenseSpdx', 'other') END
	FROM resources WHERE id = CAST(NEW.subject_id AS INTEGER);
	INSERT OR IGNORE INTO version_references (reference_id, sequence)
	SELECT value ->> '$.id', NEW.sequence FROM json_each(NEW.record, '$.references');
	SELECT RAISE(ABORT, 'lineage_unknown') FROM json_each(NEW.record, '$.derivedFrom') AS source
	WHERE NOT EXISTS (SELECT 1 FROM resources WHERE slug = source.value);
	DELETE FROM lineage WHERE resource_id = CAST(NEW.subject_id AS INTEGER);
	INSERT OR IGNORE INTO lineage (resource_id, source_id)
	SELECT CAST(NEW.subject_id AS INTEGER), source.id
	FROM json_each(NEW.record, '$.derivedFrom') AS named JOIN resources AS source ON source.slug = named.value;
	DELETE FROM origins WHERE resource_id = CAST(NEW.subject_id AS INTEGER);
	INSERT OR IGNORE INTO origins (resource_id, name)
	SELECT CAST(NEW.subject_id AS INTEGER), value FROM json_each(NEW.record, '$.origins');
END;
