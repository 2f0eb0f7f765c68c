CREATE TABLE "used_codes" (
	"user_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "used_codes_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "used_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "used_codes" ADD CONSTRAINT "used_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "used_codes_sign_in" ON "used_codes" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');