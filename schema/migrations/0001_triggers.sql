-- What Drizzle cannot say: what is append-only, what follows a change of a resource, and the full-text index.

-- A redaction may replace texts: not the numbers, what was done, by whom and when, nor what lists count by.
CREATE TRIGGER `changes_keep` BEFORE UPDATE ON `changes` WHEN NOT (
	(NEW.sequence, NEW.subject, NEW.subject_id, NEW.version, NEW.action, NEW.at)
		= (OLD.sequence, OLD.subject, OLD.subject_id, OLD.version, OLD.action, OLD.at)
	AND NEW.submission_id IS OLD.submission_id AND NEW.person_id IS OLD.person_id
	AND (NEW.reason IS NULL) = (OLD.reason IS NULL)
	AND NEW.record ->> '$.version' IS OLD.record ->> '$.version' AND NEW.record ->> '$.slug' IS OLD.record ->> '$.slug'
	AND NEW.record ->> '$.status' IS OLD.record ->> '$.status'
	AND NEW.record ->> '$.availability' IS OLD.record ->> '$.availability'
	AND NEW.redaction_id > coalesce(OLD.redaction_id, 0)
	AND EXISTS (SELECT 1 FROM redactions
		WHERE id = NEW.redaction_id AND subject = NEW.subject AND subject_id = NEW.subject_id)
) BEGIN
	SELECT RAISE(ABORT, 'the change log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `changes_stay` BEFORE DELETE ON `changes` BEGIN
	SELECT RAISE(ABORT, 'the change log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `maintainer_actions_keep` BEFORE UPDATE OF `id`, `action`, `person_id`, `subject`, `version`, `at` ON `maintainer_actions` BEGIN
	SELECT RAISE(ABORT, 'the log of maintainers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `maintainer_actions_stay` BEFORE DELETE ON `maintainer_actions` BEGIN
	SELECT RAISE(ABORT, 'the log of maintainers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `redactions_stay` BEFORE DELETE ON `redactions` BEGIN
	SELECT RAISE(ABORT, 'a redaction stays on record');
END;
--> statement-breakpoint
CREATE TRIGGER `resources_stay` BEFORE DELETE ON `resources` BEGIN
	SELECT RAISE(ABORT, 'a resource is removed by its status, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `lineage_has_no_circle` BEFORE INSERT ON `lineage` BEGIN
	SELECT RAISE(ABORT, 'lineage_circle') WHERE NEW.resource_id IN (
		WITH RECURSIVE above (id) AS (
			SELECT NEW.source_id UNION SELECT l.source_id FROM lineage AS l JOIN above ON l.resource_id = above.id
		) SELECT id FROM above
	);
END;
--> statement-breakpoint
-- The row of a resource, its references, lineage and origins are those of its latest record.
CREATE TRIGGER `resources_follow` AFTER INSERT ON `changes` WHEN NEW.subject = 'resource' BEGIN
	INSERT INTO resources (id, slug, name, url, status, version, position)
	VALUES (CAST(NEW.subject_id AS INTEGER), NEW.record ->> '$.slug', NEW.record ->> '$.name', NEW.record ->> '$.url',
		NEW.record ->> '$.status', NEW.version, NEW.record ->> '$.position')
	ON CONFLICT (id) DO UPDATE
	SET name = excluded.name, url = excluded.url, status = excluded.status, version = excluded.version;
	INSERT OR IGNORE INTO version_references (reference_id, sequence)
	SELECT value ->> '$.id', NEW.sequence FROM json_each(NEW.record, '$.references');
	SELECT RAISE(ABORT, 'lineage_unknown') FROM json_each(NEW.record, '$.derivedFrom') AS source
	WHERE NOT EXISTS (SELECT 1 FROM resources WHERE slug = source.value);
	DELETE FROM lineage WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND source_id NOT IN (
		SELECT id FROM resources WHERE slug IN (SELECT value FROM json_each(NEW.record, '$.derivedFrom'))
	);
	INSERT OR IGNORE INTO lineage (resource_id, source_id)
	SELECT CAST(NEW.subject_id AS INTEGER), source.id
	FROM json_each(NEW.record, '$.derivedFrom') AS named JOIN resources AS source ON source.slug = named.value;
	DELETE FROM origins WHERE resource_id = CAST(NEW.subject_id AS INTEGER)
		AND name NOT IN (SELECT value FROM json_each(NEW.record, '$.origins'));
	INSERT OR IGNORE INTO origins (resource_id, name)
	SELECT CAST(NEW.subject_id AS INTEGER), value FROM json_each(NEW.record, '$.origins');
END;
--> statement-breakpoint
-- The addresses of a resource are those of its latest record. One that stays keeps what looks at it said; a change by a
-- maintainer takes a page that had changed as it is now.
CREATE TRIGGER `links_follow` AFTER INSERT ON `changes` WHEN NEW.subject = 'resource' BEGIN
	DELETE FROM links WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND (NEW.record ->> '$.status' = 'removed'
		OR (role = 'own' AND address <> NEW.record ->> '$.url')
		OR (role = 'other' AND (address = NEW.record ->> '$.url'
			OR address NOT IN (SELECT value FROM json_each(NEW.record, '$.otherUrls')))));
	DELETE FROM links WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND role = 'archived' AND address NOT IN (
		SELECT archived_url FROM links
		WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND role = 'own' AND archived_url IS NOT NULL);
	UPDATE links SET identity = NULL WHERE resource_id = CAST(NEW.subject_id AS INTEGER) AND verdict = 'changed';
	INSERT OR IGNORE INTO links (resource_id, address, role, is_to_be_saved)
	SELECT CAST(NEW.subject_id AS INTEGER), address, role, role = 'own' AND NEW.submission_id IS NOT NULL
	FROM (
		SELECT NEW.record ->> '$.url' AS address, 'own' AS role
		UNION ALL SELECT value, 'other' FROM json_each(NEW.record, '$.otherUrls')
	) WHERE NEW.record ->> '$.status' <> 'removed';
END;
--> statement-breakpoint
-- What lists say of a link: null for one that was never looked at.
CREATE VIEW `listed_links` AS
SELECT links.resource_id, resources.position, CASE WHEN links.verdict <> 'unchecked'
	THEN json_array(links.verdict, links.checked_at, links.final_url, links.archived_url) END AS link
FROM links JOIN resources ON resources.id = links.resource_id WHERE links.role = 'own';
--> statement-breakpoint
-- A version as a line of `listed_blocks`: first what lists decide by, then the texts that a page shows. The last of them, where
-- there is any, is what its data are from: listed sources, others, and the claims that say so with their addresses.
CREATE VIEW `version_lines` AS
SELECT v.sequence, v.resource_id, v.position, v.until, v.position || char(31) || v.sequence || char(31) || v.resource_id
	|| char(31) || v.by_images || char(31) || v.by_patients || char(31) || v.by_published || char(31) || v.stated
	|| char(31) || v.cells || char(31) || v.status || char(31) || coalesce(v.license_spdx, 'unknown') || char(31) || v.tags
	|| char(29) || v.updated_at || char(31) || v.name_key || char(31) || v.slug || char(31) || (c.record ->> '$.name')
	|| char(31) || (c.record ->> '$.organization') || char(31) || (c.record ->> '$.url') || char(31) || coalesce(c.record ->> '$.license', '')
	|| char(31) || CASE WHEN json_array_length(c.record, '$.derivedFrom') > 0 OR json_array_length(c.record, '$.origins') > 0 THEN json_object(
		'derivedFrom', coalesce(c.record -> '$.derivedFrom', json('[]')), 'origins', coalesce(c.record -> '$.origins', json('[]')),
		'claims', (
			SELECT json_group_array(json_array(value -> '$.value', value ->> '$.source')) FROM json_each(c.record, '$.claims')
			WHERE value ->> '$.field' IN ('derivedFrom', 'origins'))
		) ELSE '' END || char(30) AS line
FROM versions AS v JOIN changes AS c ON c.sequence = v.sequence;
--> statement-breakpoint
-- Triggers run in an order that SQLite does not promise, so the version before is found by its number and not by its end.
CREATE TRIGGER `listed_blocks_follow` AFTER INSERT ON `versions` BEGIN
	INSERT INTO listed_blocks (block, born, touched, lines)
	VALUES (NEW.position / 512, lower(hex(randomblob(8))), coalesce((SELECT max(touched) FROM listed_blocks), 0) + 1, '')
	ON CONFLICT (block) DO UPDATE SET touched = excluded.touched;
	UPDATE listed_blocks SET lines = replace(lines, coalesce((
		SELECT line FROM version_lines WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
		ORDER BY sequence DESC LIMIT 1), ''), '') || (SELECT line FROM version_lines WHERE sequence = NEW.sequence),
		links = json_patch(links, json_object(CAST(NEW.position AS TEXT), json((
			SELECT link FROM listed_links WHERE resource_id = NEW.resource_id))))
	WHERE block = NEW.position / 512;
END;
--> statement-breakpoint
-- A redaction rewrites versions.
CREATE TRIGGER `listed_blocks_rewritten`
AFTER UPDATE OF `name_key`, `tags`, `by_images`, `by_patients`, `by_published`, `stated`, `license_spdx` ON `versions`
WHEN NEW.until IS NULL BEGIN
	UPDATE listed_blocks SET touched = (SELECT max(touched) + 1 FROM listed_blocks), lines = (
		SELECT group_concat(line, '') FROM version_lines
		WHERE position >= NEW.position / 512 * 512 AND position < (NEW.position / 512 + 1) * 512 AND until IS NULL)
	WHERE block = NEW.position / 512;
END;
--> statement-breakpoint
-- What a batch was decided on: it inserts what it saw here, and is rolled back where that is no longer so. Nothing is kept.
CREATE VIEW `seen` (`last_change`, `subject`, `subject_id`, `version`, `updated_at`, `redaction_id`) AS
SELECT NULL, NULL, NULL, NULL, NULL, NULL WHERE false;
--> statement-breakpoint
CREATE TRIGGER `seen_no_longer` INSTEAD OF INSERT ON `seen` BEGIN
	SELECT RAISE(ABORT, 'seen_no_longer') WHERE NEW.last_change <> (SELECT coalesce(max(sequence), 0) FROM changes);
	SELECT RAISE(ABORT, 'seen_no_longer') WHERE NEW.subject IS NOT NULL AND NOT EXISTS (
		SELECT 1 FROM changes
		WHERE subject = NEW.subject AND subject_id = NEW.subject_id AND version = NEW.version AND (
			CASE NEW.subject WHEN 'resource' THEN record ->> '$.updatedAt' = NEW.updated_at
			ELSE redaction_id IS NEW.redaction_id END
		)
	);
END;
--> statement-breakpoint
-- A version takes the place of the one before it, in the counters too. Removed resources are not counted.
CREATE TRIGGER `versions_follow` AFTER INSERT ON `versions` BEGIN
	INSERT INTO cell_counts (cells, resources)
	SELECT cells, sum(more) FROM (
		SELECT NEW.cells AS cells, 1 AS more WHERE NEW.status <> 'removed'
		UNION ALL
		SELECT cells, -1 FROM versions
		WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence AND until IS NULL AND status <> 'removed'
	) GROUP BY cells HAVING sum(more) <> 0
	ON CONFLICT (cells) DO UPDATE SET resources = resources + excluded.resources;
	UPDATE versions SET until = NEW.sequence
	WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence AND until IS NULL;
END;
--> statement-breakpoint
-- A release may come before its versions, as in a migration, or after them.
CREATE TRIGGER `releases_count` AFTER INSERT ON `releases` BEGIN
	UPDATE releases SET resources = (
		SELECT count(*) FROM versions WHERE sequence <= NEW.through_sequence
			AND (until IS NULL OR until > NEW.through_sequence) AND status <> 'removed'
	) WHERE version = NEW.version;
END;
--> statement-breakpoint
CREATE TRIGGER `releases_count_versions` AFTER INSERT ON `versions` BEGIN
	UPDATE releases SET resources = resources + (NEW.status <> 'removed') - coalesce((
		SELECT status <> 'removed' FROM versions WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
		ORDER BY sequence DESC LIMIT 1), 0)
	WHERE through_sequence >= NEW.sequence;
END;
--> statement-breakpoint
CREATE TRIGGER `references_counted` AFTER INSERT ON `references` BEGIN
	INSERT INTO tallies (name, total) VALUES ('references', 1) ON CONFLICT (name) DO UPDATE SET total = total + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `references_counted_out` AFTER DELETE ON `references` BEGIN
	UPDATE tallies SET total = total - 1 WHERE name = 'references';
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_counted` AFTER INSERT ON `submissions` BEGIN
	INSERT INTO tallies (name, total) VALUES ('submissions ' || NEW.state || ' ' || NEW.kind, 1)
	ON CONFLICT (name) DO UPDATE SET total = total + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_counted_anew` AFTER UPDATE OF `state`, `kind` ON `submissions` BEGIN
	UPDATE tallies SET total = total - 1 WHERE name = 'submissions ' || OLD.state || ' ' || OLD.kind;
	INSERT INTO tallies (name, total) VALUES ('submissions ' || NEW.state || ' ' || NEW.kind, 1)
	ON CONFLICT (name) DO UPDATE SET total = total + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `submissions_counted_out` AFTER DELETE ON `submissions` BEGIN
	UPDATE tallies SET total = total - 1 WHERE name = 'submissions ' || OLD.state || ' ' || OLD.kind;
END;
--> statement-breakpoint
-- The texts stand in `versions`; the index keeps only where their words occur. Words are folded before they are stored,
-- so the tokenizer has nothing left to fold. A tag begins with a colon, which no word has.
CREATE VIRTUAL TABLE `search` USING fts5(
	search_text,
	content='',
	contentless_delete=1,
	tokenize="unicode61 remove_diacritics 0 tokenchars ':'"
);
--> statement-breakpoint
CREATE TRIGGER `search_follows` AFTER INSERT ON `versions` BEGIN
	INSERT INTO search (rowid, search_text) VALUES (NEW.sequence, NEW.search_text);
	UPDATE names SET until = NEW.sequence WHERE (key, sequence) IN (
		SELECT name.value ->> 'key', v.sequence FROM json_each(v.names) AS name JOIN (
			SELECT sequence, names FROM versions WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
			ORDER BY sequence DESC LIMIT 1) AS v
	);
	INSERT OR IGNORE INTO names (key, sequence, kind)
	SELECT value ->> 'key', NEW.sequence, value ->> 'kind' FROM json_each(NEW.names);
END;
--> statement-breakpoint
-- The words of latest versions: a line has a position and, of each word that begins with the key, the rest.
CREATE TRIGGER `word_blocks_follow` AFTER INSERT ON `versions` BEGIN
	UPDATE word_blocks SET lines = replace(lines, gone.line, '') FROM (
		SELECT substr(value, 1, 3) AS key, char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ') AS line
		FROM json_each('["' || replace((
			SELECT search_text FROM versions WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
			ORDER BY sequence DESC LIMIT 1), ' ', '","') || '"]') GROUP BY 1
		EXCEPT
		SELECT substr(value, 1, 3), char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ')
		FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') GROUP BY 1
	) AS gone WHERE word_blocks.key = gone.key AND word_blocks.block = NEW.position / 4096;
	INSERT INTO word_blocks (key, block, lines)
	SELECT substr(value, 1, 3), NEW.position / 4096, char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ')
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') GROUP BY 1
	EXCEPT
	SELECT substr(value, 1, 3), NEW.position / 4096, char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ')
	FROM json_each('["' || replace((
		SELECT search_text FROM versions WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
		ORDER BY sequence DESC LIMIT 1), ' ', '","') || '"]') GROUP BY 1
	ON CONFLICT (key, block) DO UPDATE SET lines = lines || excluded.lines;
END;
--> statement-breakpoint
-- A redaction rewrites versions.
CREATE TRIGGER `word_blocks_rewritten` AFTER UPDATE OF `search_text` ON `versions` WHEN NEW.until IS NULL BEGIN
	UPDATE word_blocks SET lines = replace(lines, gone.line, '') FROM (
		SELECT substr(value, 1, 3) AS key, char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ') AS line
		FROM json_each('["' || replace(OLD.search_text, ' ', '","') || '"]') GROUP BY 1
	) AS gone WHERE word_blocks.key = gone.key AND word_blocks.block = NEW.position / 4096;
	INSERT INTO word_blocks (key, block, lines)
	SELECT substr(value, 1, 3), NEW.position / 4096, char(10) || NEW.position || ' ' || group_concat(substr(value, 4), ' ')
	FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]') GROUP BY 1
	ON CONFLICT (key, block) DO UPDATE SET lines = lines || excluded.lines;
END;
--> statement-breakpoint
-- Words only ever come: one that no text has any more finds nothing, and does no harm.
CREATE TRIGGER `words_follow` AFTER INSERT ON `versions` WHEN NEW.search_text IS NOT (
	SELECT search_text FROM versions WHERE resource_id = NEW.resource_id AND sequence < NEW.sequence
	ORDER BY sequence DESC LIMIT 1
) BEGIN
	INSERT OR IGNORE INTO words (word)
	SELECT value FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]');
	INSERT OR IGNORE INTO word_endings (ending, word)
	SELECT ending, word FROM (
		WITH RECURSIVE endings (word, ending) AS (
			SELECT value, value FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]')
			WHERE value NOT LIKE ':%'
			UNION ALL
			SELECT word, substr(ending, 2) FROM endings WHERE length(ending) > 6
		) SELECT word, ending FROM endings
	);
	INSERT OR IGNORE INTO word_forms (form, word, at, letter)
	SELECT CASE at WHEN -1 THEN word ELSE substr(word, 1, at) || substr(word, at + 2) END, word, at,
		CASE at WHEN -1 THEN '' ELSE substr(word, at + 1, 1) END
	FROM (
		WITH RECURSIVE places (word, at) AS (
			SELECT value, -1 FROM json_each('["' || replace(NEW.search_text, ' ', '","') || '"]')
			WHERE length(value) >= 4 AND value NOT GLOB '*[0-9:]*'
			UNION ALL
			SELECT word, at + 1 FROM places WHERE at + 1 < length(word)
		) SELECT word, at FROM places
	);
END;
--> statement-breakpoint
-- What an answer was made from: while it keeps its name, an answer that was kept holds. Each version and each look at an
-- address writes into a block of the lists.
CREATE TRIGGER `edition_of_lists` AFTER UPDATE OF `links` ON `listed_blocks` BEGIN
	INSERT INTO edition (id, name) VALUES (1, lower(hex(randomblob(8)))) ON CONFLICT (id) DO UPDATE SET name = excluded.name;
END;
--> statement-breakpoint
CREATE TRIGGER `edition_of_redactions` AFTER INSERT ON `redactions` BEGIN
	INSERT INTO edition (id, name) VALUES (1, lower(hex(randomblob(8)))) ON CONFLICT (id) DO UPDATE SET name = excluded.name;
END;
--> statement-breakpoint
CREATE TRIGGER `edition_of_releases` AFTER INSERT ON `releases` BEGIN
	INSERT INTO edition (id, name) VALUES (1, lower(hex(randomblob(8)))) ON CONFLICT (id) DO UPDATE SET name = excluded.name;
END;
