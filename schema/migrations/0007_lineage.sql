CREATE TABLE `lineage` (
	`resource_id` integer NOT NULL,
	`source_id` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `lineage_source` ON `lineage` (`source_id`);--> statement-breakpoint
CREATE TABLE `origins` (
	`resource_id` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`resource_id`, `name`)
);
--> statement-breakpoint
ALTER TABLE `versions` ADD `access` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `license_spdx` text;