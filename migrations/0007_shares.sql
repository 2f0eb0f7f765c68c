CREATE TABLE "shares" (
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"audience" text NOT NULL,
	"place" text NOT NULL,
	"shared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shared_by" text NOT NULL,
	CONSTRAINT "shares_thing_kind_thing_id_audience_pk" PRIMARY KEY("thing_kind","thing_id","audience")
);
--> statement-breakpoint
ALTER TABLE "shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "shares_read" ON "shares" AS PERMISSIVE FOR SELECT TO public USING (midcourse_reaches("place") or midcourse_is_audience("audience"));--> statement-breakpoint
CREATE POLICY "shares_add" ON "shares" AS PERMISSIVE FOR INSERT TO public WITH CHECK (midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "shares_take_back" ON "shares" AS PERMISSIVE FOR DELETE TO public USING (midcourse_reaches("place"));