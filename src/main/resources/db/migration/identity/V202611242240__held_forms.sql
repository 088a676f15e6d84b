-- A form whose session had ended when it was sent: sealed under the outside key, given back to the same person in the
-- same browser, and gone after an hour. Browser, person and hat are keyed hashes.
CREATE TABLE identity.held_form (
    id uuid PRIMARY KEY,
    browser text NOT NULL,
    person text NOT NULL,
    hat text NOT NULL,
    content text NOT NULL,
    sealed bytea NOT NULL CHECK (octet_length(sealed) <= 66000),
    held_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    UNIQUE (browser, hat, content)
);
CREATE INDEX held_form_of_hat ON identity.held_form (hat, held_at DESC);
CREATE INDEX held_form_expiry ON identity.held_form (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.held_form TO app;
