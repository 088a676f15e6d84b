-- The public directory finds navigators by what their entry in force says: the office's ZIP, not the home's.
ALTER TABLE agency.entry
    ADD COLUMN office_zip text GENERATED ALWAYS AS (substring(business_address FROM '.*\m(\d{5})\M')) STORED,
    ADD COLUMN search_name text GENERATED ALWAYS AS (CASE WHEN in_directory THEN agency.fold(display_name) END) STORED;

-- "Listed" below is what Listings asks for, word by word, so that these indexes hold nobody else.
CREATE INDEX entry_listed ON agency.entry (display_name COLLATE "und-x-icu", person)
    WHERE valid_until IS NULL AND active AND in_directory AND display_name <> '';
CREATE INDEX entry_listed_in ON agency.entry
    USING gin (string_to_array(counties, '; '), string_to_array(lower(languages), '; '))
    WHERE valid_until IS NULL AND active AND in_directory AND display_name <> '';
CREATE INDEX entry_listed_near ON agency.entry (left(office_zip, 3))
    WHERE valid_until IS NULL AND active AND in_directory AND display_name <> '';
