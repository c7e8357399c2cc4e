CREATE TABLE `version_references` (
	`reference_id` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`reference_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`until` integer,
	`resource_id` integer NOT NULL,
	`slug` text NOT NULL,
	`name_key` text NOT NULL,
	`cells` integer NOT NULL,
	`status` text NOT NULL,
	`position` integer NOT NULL,
	`updated_at` text NOT NULL,
	`search_text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `versions_in_table_order` ON `versions` (`position`,`until`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `versions_by_cells` ON `versions` (`cells`,`position`,`until`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `versions_by_name` ON `versions` (`cells`,`name_key`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_by_change` ON `versions` (`cells`,`updated_at`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_of_resource` ON `versions` (`resource_id`,`sequence`);--> statement-breakpoint
DROP INDEX `resources_listed`;--> statement-breakpoint
ALTER TABLE `resources` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `changes_by_time` ON `changes` (`subject`,`at`);