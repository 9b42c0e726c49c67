-- Salts come into the rows of their entries, written anew, so that no dead row stays. One that is lost is 32 zero bytes:
-- `verify-ledger` says of it what it said before.
CREATE TEMPORARY TABLE "kept_entry" ON COMMIT DROP AS
	SELECT e.*, coalesce(s."salt", decode(repeat('00', 32), 'hex')) AS "salt"
	FROM "ledger"."entry" e LEFT JOIN "ledger"."salt" s USING ("log_id", "seq");
--> statement-breakpoint
TRUNCATE "ledger"."entry";
--> statement-breakpoint
DROP TABLE "ledger"."salt";
--> statement-breakpoint
ALTER TABLE "ledger"."entry" ADD COLUMN "salt" "bytea" NOT NULL;
--> statement-breakpoint
ALTER TABLE "ledger"."entry" ADD CONSTRAINT "entry_salt" CHECK (octet_length("ledger"."entry"."salt") = 32);
--> statement-breakpoint
INSERT INTO "ledger"."entry" ("log_id", "seq", "leaf", "leaf_hash", "frame", "salt")
	SELECT "log_id", "seq", "leaf", "leaf_hash", "frame", "salt" FROM "kept_entry" ORDER BY 1, 2;
--> statement-breakpoint
CREATE OR REPLACE VIEW "ledger"."leaf" WITH (security_invoker = true) AS (select e.log_id, e.seq,
  case when f.id is null then e.leaf else split_part(f.text, chr(1), 1) || split_part(e.leaf, chr(1), 1) || split_part(f.text, chr(1), 2) || split_part(e.leaf, chr(1), 2) || split_part(f.text, chr(1), 3) || split_part(e.leaf, chr(1), 3) || split_part(f.text, chr(1), 4) || split_part(e.leaf, chr(1), 4) || split_part(f.text, chr(1), 5) end as leaf,
  e.leaf_hash, e.leaf as stored, f.text as frame, e.salt
from ledger.entry e left join ledger.frame f on f.id = e.frame);