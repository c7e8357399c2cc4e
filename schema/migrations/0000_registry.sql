CREATE TABLE `addresses` (
	`canonical` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `addresses_owner` ON `addresses` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `cell_counts` (
	`cells` integer PRIMARY KEY NOT NULL,
	`resources` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`action` text NOT NULL,
	`record` text NOT NULL,
	`submission_id` integer,
	`person_id` integer,
	`reason` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_version` ON `changes` (`subject`,`subject_id`,`version`);--> statement-breakpoint
CREATE INDEX `changes_by_subject` ON `changes` (`subject`,`sequence`);--> statement-breakpoint
CREATE TABLE `references` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_number` integer,
	`csl` text NOT NULL,
	`canonical` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `references_survey_number_unique` ON `references` (`survey_number`);--> statement-breakpoint
CREATE INDEX `references_canonical` ON `references` (`canonical`);--> statement-breakpoint
CREATE TABLE `releases` (
	`version` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`authors` text NOT NULL,
	`keywords` text NOT NULL,
	`note` text NOT NULL,
	`released_on` text NOT NULL,
	`through_sequence` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resource_references` (
	`resource_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`reference_id` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `ordinal`),
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reference_id`) REFERENCES `references`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resource_references_reference` ON `resource_references` (`reference_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`organization` text NOT NULL,
	`ct` text NOT NULL,
	`xray` text NOT NULL,
	`mrt` text NOT NULL,
	`ultrasound` text NOT NULL,
	`metadata` text NOT NULL,
	`case_review` text NOT NULL,
	`cells` integer NOT NULL,
	`status` text DEFAULT 'unknown' NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	`search_text` text NOT NULL,
	CONSTRAINT "cells_agree" CHECK(cells is ((((((case ct when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end)) * 3 + (case xray when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end)) * 3 + (case mrt when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end)) * 3 + (case ultrasound when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end)) * 3 + (case metadata when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end)) * 3 + (case case_review when 'yes' then 0 when 'no' then 1 when 'unknown' then 2 end))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_slug_unique` ON `resources` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `resources_position_unique` ON `resources` (`position`);--> statement-breakpoint
CREATE INDEX `resources_listed` ON `resources` (`cells`,`position`,`status`) WHERE status <> 'removed';--> statement-breakpoint
CREATE TABLE `word_endings` (
	`ending` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`ending`, `word`)
);
--> statement-breakpoint
CREATE TABLE `word_forms` (
	`form` text NOT NULL,
	`word` text NOT NULL,
	`at` integer NOT NULL,
	`letter` text NOT NULL,
	PRIMARY KEY(`form`, `word`, `at`)
);
