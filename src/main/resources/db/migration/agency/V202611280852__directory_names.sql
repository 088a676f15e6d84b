-- A name in pieces of three letters, each word beginning with a blank: what people are found by, with a letter wrong too.
CREATE FUNCTION agency.pieces(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT DISTINCT substr(' ' || word, n, 3)
                   FROM unnest(string_to_array(words, ' ')) word, generate_series(1, greatest(length(word) - 1, 1)) n
                  WHERE word <> '');
-- Those that any name has in which each of the words stands, at its beginning or within; of shorter words there are none.
CREATE FUNCTION agency.pieces_within(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT DISTINCT substr(word, n, 3)
                   FROM unnest(string_to_array(words, ' ')) word, generate_series(1, length(word) - 2) n);
GRANT EXECUTE ON FUNCTION agency.fold(text), agency.pieces(text), agency.pieces_within(text) TO app, app_assister;

ALTER TABLE agency.entry
    ADD COLUMN search_pieces text[]
        GENERATED ALWAYS AS (CASE WHEN in_directory THEN agency.pieces(agency.fold(display_name)) END) STORED;
CREATE INDEX entry_listed_named ON agency.entry USING gin (search_pieces)
    WHERE valid_until IS NULL AND active AND in_directory AND display_name <> '';
