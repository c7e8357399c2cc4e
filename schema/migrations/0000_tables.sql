CREATE TABLE `candidate_addresses` (
	`canonical` text PRIMARY KEY NOT NULL,
	`candidate_id` integer NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `candidate_addresses_by_candidate` ON `candidate_addresses` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`url` text NOT NULL,
	`publisher` text NOT NULL,
	`found` text NOT NULL,
	`signs` text NOT NULL,
	`score` integer NOT NULL,
	`state` text NOT NULL,
	`found_at` text NOT NULL,
	`offered_at` text,
	`decided_by` integer,
	`decided_at` text,
	`reason` text,
	`submission_id` integer,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidates_once` ON `candidates` (`url`);--> statement-breakpoint
CREATE INDEX `candidates_by_rank` ON `candidates` (`state`,`score`,`id`);--> statement-breakpoint
CREATE INDEX `candidates_by_offer` ON `candidates` (`offered_at`) WHERE offered_at is not null;--> statement-breakpoint
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
	`at` text NOT NULL,
	`redaction_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_version` ON `changes` (`subject`,`subject_id`,`version`);--> statement-breakpoint
CREATE INDEX `changes_by_subject` ON `changes` (`subject`,`sequence`);--> statement-breakpoint
CREATE INDEX `changes_by_time` ON `changes` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `redactions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` integer,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `redactions_by_subject` ON `redactions` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `releases` (
	`version` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`authors` text NOT NULL,
	`keywords` text NOT NULL,
	`note` text NOT NULL,
	`released_on` text NOT NULL,
	`through_sequence` integer NOT NULL,
	`resources` integer DEFAULT 0 NOT NULL
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
	`ended_at` text,
	`watch_id` integer,
	`lead_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`kind`,`change_subject`,`change_subject_id`,`change_version`,`target`);--> statement-breakpoint
CREATE INDEX `deliveries_urgent` ON `deliveries` (`next_at`) WHERE state = 'waiting' and kind <> 'announcement';--> statement-breakpoint
CREATE INDEX `deliveries_announced` ON `deliveries` (`next_at`) WHERE state = 'waiting' and kind = 'announcement';--> statement-breakpoint
CREATE INDEX `deliveries_of_target` ON `deliveries` (`target`,`id`) WHERE state = 'waiting' and kind = 'announcement';--> statement-breakpoint
CREATE INDEX `deliveries_by_end` ON `deliveries` (`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `deliveries_by_submission` ON `deliveries` (`submission_id`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_dead` ON `deliveries` (`id`) WHERE state = 'dead';--> statement-breakpoint
CREATE TABLE `watches` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel_id` text,
	`guild_id` text,
	`person_id` integer,
	`wanted` text,
	`tags` text,
	`resource_id` integer,
	`created_at` text NOT NULL,
	`ended_at` text,
	`locale` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watches_once` ON `watches` (case when channel_id is null then person_id else channel_id end,case when wanted is not null then wanted when resource_id is not null then resource_id else '' end) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `watches_by_guild` ON `watches` (`guild_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `watches_by_end` ON `watches` (`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `watches_by_person` ON `watches` (`person_id`);--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`submission_id` integer NOT NULL,
	`reason` text,
	`blocked_by` integer NOT NULL,
	`blocked_at` text NOT NULL,
	`lifted_by` integer,
	`lifted_at` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_once` ON `blocks` (`subject`) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX `blocks_by_lift` ON `blocks` (`lifted_at`) WHERE lifted_at is not null;--> statement-breakpoint
CREATE TABLE `daily_counts` (
	`day` text NOT NULL,
	`counted` text NOT NULL,
	`subject` text NOT NULL,
	`count` integer NOT NULL,
	`most` integer NOT NULL,
	PRIMARY KEY(`day`, `counted`, `subject`),
	CONSTRAINT "daily_counts_within" CHECK("daily_counts"."count" <= "daily_counts"."most")
);
--> statement-breakpoint
CREATE TABLE `daily_secrets` (
	`day` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `addresses` (
	`canonical` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `addresses_owner` ON `addresses` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `link_verdicts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`resource_id` integer NOT NULL,
	`address` text NOT NULL,
	`verdict` text NOT NULL,
	`final_url` text,
	`saying` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `link_verdicts_of_resource` ON `link_verdicts` (`resource_id`,`id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` integer PRIMARY KEY NOT NULL,
	`resource_id` integer NOT NULL,
	`address` text NOT NULL,
	`role` text NOT NULL,
	`verdict` text DEFAULT 'unchecked' NOT NULL,
	`since` text,
	`checked_at` text,
	`next_at` text,
	`final_url` text,
	`saying` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`failed_on` text,
	`moved_on` text,
	`identity` text,
	`finding` text,
	`proposed` text,
	`archived_url` text,
	`copy_sought_at` text,
	`is_to_be_saved` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_of_resource` ON `links` (`resource_id`,`address`);--> statement-breakpoint
CREATE INDEX `links_found` ON `links` (`id`) WHERE finding is not null;--> statement-breakpoint
CREATE INDEX `links_to_save` ON `links` (`id`) WHERE is_to_be_saved;--> statement-breakpoint
CREATE TABLE `upstream_looks` (
	`resource_id` integer PRIMARY KEY NOT NULL,
	`looked_at` text NOT NULL,
	`saying` text
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`ran_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rows_used` (
	`day` text PRIMARY KEY NOT NULL,
	`read` integer NOT NULL,
	`written` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`name` text PRIMARY KEY NOT NULL,
	`total` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `maintainer_actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action` text NOT NULL,
	`person_id` integer,
	`subject` text NOT NULL,
	`version` integer,
	`reason` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `maintainer_actions_by_person` ON `maintainer_actions` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `maintainer_actions_by_subject` ON `maintainer_actions` (`subject`,`id`);--> statement-breakpoint
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
	`created_at` text NOT NULL,
	`locale` text,
	`machine` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_discord_id_unique` ON `people` (`discord_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_machine_unique` ON `people` (`machine`);--> statement-breakpoint
CREATE INDEX `people_by_age` ON `people` (`created_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `references` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_number` integer,
	`csl` text NOT NULL,
	`canonical` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `references_survey_number_unique` ON `references` (`survey_number`);--> statement-breakpoint
CREATE INDEX `references_canonical` ON `references` (`canonical`);--> statement-breakpoint
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
CREATE TABLE `cell_counts` (
	`cells` integer PRIMARY KEY NOT NULL,
	`resources` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `edition` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lineage` (
	`resource_id` integer NOT NULL,
	`source_id` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `lineage_source` ON `lineage` (`source_id`);--> statement-breakpoint
CREATE TABLE `listed_blocks` (
	`block` integer PRIMARY KEY NOT NULL,
	`born` text NOT NULL,
	`touched` integer NOT NULL,
	`lines` text NOT NULL,
	`links` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `listed_blocks_touched` ON `listed_blocks` (`touched`);--> statement-breakpoint
CREATE TABLE `origins` (
	`resource_id` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`resource_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `origins_name` ON `origins` (`name`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_slug_unique` ON `resources` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `resources_position_unique` ON `resources` (`position`);--> statement-breakpoint
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
	`search_text` text NOT NULL,
	`names` text NOT NULL,
	`tags` text NOT NULL,
	`by_images` integer NOT NULL,
	`by_patients` integer NOT NULL,
	`by_published` integer NOT NULL,
	`stated` text NOT NULL,
	`license_spdx` text
);
--> statement-breakpoint
CREATE INDEX `versions_in_table_order` ON `versions` (`position`,`until`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `versions_by_cells` ON `versions` (`cells`,`position`,`until`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `versions_by_end` ON `versions` (`cells`,(status = 'superseded' or status = 'retired' or status = 'unreachable'),`position`,`until`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `versions_by_confirmation` ON `versions` (`updated_at`) WHERE until is null and status <> 'removed';--> statement-breakpoint
CREATE INDEX `versions_by_name` ON `versions` (`cells`,`name_key`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_by_change` ON `versions` (`cells`,`updated_at`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_by_images` ON `versions` (`cells`,`by_images`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_by_patients` ON `versions` (`cells`,`by_patients`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_by_published` ON `versions` (`cells`,`by_published`,`position`,`until`,`status`);--> statement-breakpoint
CREATE INDEX `versions_of_resource` ON `versions` (`resource_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `versions_by_slug` ON `versions` (`slug`,`resource_id`);--> statement-breakpoint
CREATE TABLE `names` (
	`key` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`until` integer,
	PRIMARY KEY(`key`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `names_now` ON `names` (`key`,`sequence`,`kind`) WHERE until is null;--> statement-breakpoint
CREATE TABLE `word_blocks` (
	`key` text NOT NULL,
	`block` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`key`, `block`)
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `words` (
	`word` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`content` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_by_age` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE INDEX `drafts_by_person` ON `drafts` (`person_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `mail_addresses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` integer NOT NULL,
	`address` text NOT NULL,
	`token` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_addresses_submission_id_unique` ON `mail_addresses` (`submission_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mail_addresses_token_unique` ON `mail_addresses` (`token`);--> statement-breakpoint
CREATE INDEX `mail_addresses_by_address` ON `mail_addresses` (`address`) WHERE confirmed_at is null;--> statement-breakpoint
CREATE INDEX `mail_addresses_by_age` ON `mail_addresses` (`created_at`);--> statement-breakpoint
CREATE TABLE `submission_addresses` (
	`canonical` text NOT NULL,
	`submission_id` integer NOT NULL,
	PRIMARY KEY(`canonical`, `submission_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_addresses_by_submission` ON `submission_addresses` (`submission_id`);--> statement-breakpoint
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
	`resource_id` integer,
	`base_version` integer,
	`door` text NOT NULL,
	`submitter_id` integer,
	`sent_from` text,
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
CREATE INDEX `submissions_with_key` ON `submissions` (`updated_at`) WHERE idempotency_key is not null or sent_from is not null;--> statement-breakpoint
CREATE INDEX `submissions_by_decider` ON `submissions` (`decided_by`) WHERE decided_by is not null;--> statement-breakpoint
CREATE INDEX `submissions_by_resource` ON `submissions` (`resource_id`);--> statement-breakpoint
CREATE INDEX `submissions_waiting_additions` ON `submissions` (`id`) WHERE state in ('pending', 'asked') and kind = 'addition';