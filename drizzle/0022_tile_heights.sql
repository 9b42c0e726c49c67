-- Nodes between the heights of tiles go: they follow from those below. Written anew, so that their room is given back.
CREATE TEMPORARY TABLE "kept_node" ON COMMIT DROP AS SELECT * FROM "ledger"."node" WHERE "level" % 8 = 0;
--> statement-breakpoint
TRUNCATE "ledger"."node";
--> statement-breakpoint
INSERT INTO "ledger"."node" ("log_id", "level", "index", "hash") SELECT "log_id", "level", "index", "hash" FROM "kept_node" ORDER BY 1, 2, 3;
--> statement-breakpoint
ALTER TABLE "ledger"."node" DROP CONSTRAINT "node_level";--> statement-breakpoint
ALTER TABLE "ledger"."node" ADD CONSTRAINT "node_level" CHECK ("ledger"."node"."level" between 8 and 48 and "ledger"."node"."level" % 8 = 0);
