-- A consumer's account stands apart from the one with which the same person works: one address may have one of each.
ALTER TABLE identity.account
    ADD COLUMN kind text NOT NULL DEFAULT 'WORK' CHECK (kind IN ('WORK', 'CONSUMER')),
    ADD COLUMN first_name text,
    ADD COLUMN last_name text,
    ADD COLUMN closed_at timestamptz,
    DROP CONSTRAINT account_email_key_key,
    ADD CONSTRAINT consumer_is_set_up CHECK (
        kind = 'WORK' OR first_name IS NOT NULL AND last_name IS NOT NULL
            AND (password_hash IS NULL) = (closed_at IS NOT NULL)),
    ADD CONSTRAINT account_of_kind UNIQUE (id, kind);
-- A closed account gives its address free.
CREATE UNIQUE INDEX account_of_address ON identity.account (kind, email_key) WHERE closed_at IS NULL;

-- No hat of one kind goes to an account of the other.
ALTER TABLE identity.hat
    ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS (CASE hat WHEN 'CONSUMER' THEN 'CONSUMER' ELSE 'WORK' END) STORED,
    ADD CONSTRAINT hat_of_kind FOREIGN KEY (account, kind) REFERENCES identity.account (id, kind);

-- What a mailed sign-up link opens, until its time is over; subject is the consumer whom somebody helps already.
CREATE TABLE identity.sign_up (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    subject uuid,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX sign_up_expiry ON identity.sign_up (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sign_up TO app, app_assister;
