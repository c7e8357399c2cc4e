CREATE TABLE `watches` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel_id` text,
	`guild_id` text,
	`person_id` integer,
	`data_type` text,
	`resource_id` integer,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watches_once` ON `watches` (case when channel_id is null then person_id else channel_id end,case when data_type is not null then data_type when resource_id is not null then resource_id else '' end) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `watches_by_guild` ON `watches` (`guild_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `watches_by_person` ON `watches` (`person_id`) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `watch_id` integer;