-- How names are compared in a search: small letters without accents, so that "nunez" finds Ñúñez.
CREATE FUNCTION agency.fold(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(regexp_replace(normalize(words, NFD), U&'[\0300-\036F]', '', 'g') COLLATE "und-x-icu");
GRANT EXECUTE ON FUNCTION agency.fold(text) TO app;

ALTER TABLE agency.person
    ADD COLUMN search_name text NOT NULL GENERATED ALWAYS AS (agency.fold(sort_name)) STORED;
ALTER TABLE agency.draft_entry
    ADD COLUMN search_name text NOT NULL GENERATED ALWAYS AS (agency.fold(sort_name)) STORED;
ALTER TABLE agency.agency
    ADD COLUMN search_name text NOT NULL GENERATED ALWAYS AS (agency.fold(name || ' ' || code)) STORED;
