CREATE TABLE "ledger"."frame" (
	"id" integer PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger"."entry" ADD COLUMN "frame" integer;--> statement-breakpoint
CREATE VIEW "ledger"."leaf" WITH (security_invoker = true) AS (select e.log_id, e.seq,
  case when f.id is null then e.leaf else split_part(f.text, chr(1), 1) || split_part(e.leaf, chr(1), 1) || split_part(f.text, chr(1), 2) || split_part(e.leaf, chr(1), 2) || split_part(f.text, chr(1), 3) || split_part(e.leaf, chr(1), 3) || split_part(f.text, chr(1), 4) || split_part(e.leaf, chr(1), 4) || split_part(f.text, chr(1), 5) end as leaf,
  e.leaf_hash, e.leaf as stored, f.text as frame
from ledger.entry e left join ledger.frame f on f.id = e.frame);