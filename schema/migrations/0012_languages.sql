ALTER TABLE `people` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `watches` ADD `locale` text;