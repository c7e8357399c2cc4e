CREATE TABLE `daily_counts` (
	`day` text NOT NULL,
	`subject` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`submission_id` integer,
	`change_subject` text NOT NULL,
	`change_subject_id` text NOT NULL,
	`change_version` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`lease_until` text,
	`last_error` text,
	`message_id` text,
	`created_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`kind`,`change_subject`,`change_subject_id`,`change_version`,`target`);--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`next_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `deliveries_by_submission` ON `deliveries` (`submission_id`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_dead` ON `deliveries` (`id`) WHERE state = 'dead';--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`content` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_by_age` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE TABLE `maintainers` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`token_hash` text,
	`added_by` integer,
	`added_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `maintainers_token_hash_unique` ON `maintainers` (`token_hash`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`discord_id` text,
	`name` text,
	`contact` text,
	`blocked_at` text,
	`blocked_reason` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_discord_id_unique` ON `people` (`discord_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` integer PRIMARY KEY NOT NULL,
	`capability` text NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text,
	`thread` text NOT NULL,
	`canonical` text,
	`resource_id` integer,
	`base_version` integer,
	`door` text NOT NULL,
	`submitter_id` integer,
	`idempotency_key` text,
	`request_hash` text,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	`decision_key` text,
	`applied_sequence` integer,
	`card_channel_id` text,
	`card_message_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`submitter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_capability_unique` ON `submissions` (`capability`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_reference_unique` ON `submissions` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_idempotency_key_unique` ON `submissions` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `submissions_by_state` ON `submissions` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_by_submitter` ON `submissions` (`submitter_id`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_by_resource` ON `submissions` (`resource_id`);--> statement-breakpoint
CREATE INDEX `submissions_by_address` ON `submissions` (`canonical`);