-- Names that sound nearly alike are found by their trigrams. A trusted extension: the owner of the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
