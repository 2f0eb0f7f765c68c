CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"carries" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_on" date NOT NULL,
	"last_used_on" date,
	"revoked_at" timestamp with time zone,
	"revoked_by" text
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_by_hash" ON "api_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_tokens_by_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_event" ON "audit_entries" USING btree ("event");--> statement-breakpoint
CREATE INDEX "audit_entries_by_actor" ON "audit_entries" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE POLICY "api_tokens_read" ON "api_tokens" AS PERMISSIVE FOR SELECT TO public USING (("user_id" <> '' and "user_id" = current_setting('midcourse.actor_id', true)) or (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']) or (current_setting('midcourse.part', true) = 'sign-in'));--> statement-breakpoint
CREATE POLICY "api_tokens_make" ON "api_tokens" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("user_id" <> '' and "user_id" = current_setting('midcourse.actor_id', true));--> statement-breakpoint
CREATE POLICY "api_tokens_change" ON "api_tokens" AS PERMISSIVE FOR UPDATE TO public USING (("user_id" <> '' and "user_id" = current_setting('midcourse.actor_id', true)) or (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']) or (current_setting('midcourse.part', true) = 'sign-in')) WITH CHECK (("user_id" <> '' and "user_id" = current_setting('midcourse.actor_id', true)) or (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']) or (current_setting('midcourse.part', true) = 'sign-in'));