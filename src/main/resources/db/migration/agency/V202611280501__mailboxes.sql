-- Whose mailbox an address is read in: letter case, what stands behind a plus, and dots don't make it another one.
CREATE FUNCTION agency.mailbox(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(split_part(split_part(lower(email), '@', 1), '+', 1), '.', '') || '@'
        || replace(split_part(lower(email), '@', 2), 'googlemail.com', 'gmail.com');

CREATE INDEX person_by_mailbox ON agency.person (agency.mailbox(email_key));
CREATE INDEX contact_by_mailbox ON agency.contact (agency.mailbox(email)) WHERE ended_at IS NULL;
CREATE INDEX person_by_domain ON agency.person (split_part(email_key, '@', 2));
CREATE INDEX contact_by_domain ON agency.contact (split_part(lower(email), '@', 2)) WHERE ended_at IS NULL;
CREATE INDEX entry_by_public_domain ON agency.entry (split_part(lower(public_email), '@', 2)) WHERE valid_until IS NULL;
