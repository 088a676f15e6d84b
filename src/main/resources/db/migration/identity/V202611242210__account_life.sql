-- A lost authenticator is taken from the account while the password stands, so the two no longer come and go together.
ALTER TABLE identity.account DROP CONSTRAINT account_check;
ALTER TABLE identity.account ADD CONSTRAINT authenticator_needs_password
    CHECK (totp_secret IS NULL OR password_hash IS NOT NULL);

-- Both factors proved before this moment begin no session any more.
ALTER TABLE identity.account ADD COLUMN sessions_ended_at timestamptz;

-- A lost authenticator without a recovery code: one officer records the check, another one decides.
CREATE TABLE identity.factor_reset (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account,
    checked text NOT NULL CHECK (checked IN ('CALL_BACK', 'PHOTO_ID_VIDEO', 'IN_PERSON')),
    note text NOT NULL,
    password_too boolean NOT NULL,
    asked_by uuid NOT NULL REFERENCES identity.account,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'APPROVED', 'REFUSED', 'EXPIRED')),
    decided_by uuid REFERENCES identity.account,
    decided_at timestamptz,
    reason text,
    link_expires_at timestamptz,
    completed_at timestamptz,
    CHECK (state <> 'APPROVED' OR (decided_by <> asked_by AND decided_by <> account AND link_expires_at IS NOT NULL)),
    CHECK (asked_by <> account)
);
CREATE UNIQUE INDEX factor_reset_pending ON identity.factor_reset (account) WHERE state = 'PENDING';
CREATE INDEX factor_reset_queue ON identity.factor_reset (asked_at) WHERE state = 'PENDING';
CREATE INDEX factor_reset_of_account ON identity.factor_reset (account, asked_at DESC);

-- The roster's new address on its way to become the sign-in address; the code's hash is keyed.
CREATE TABLE identity.address_change (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account,
    email text NOT NULL,
    code_hash bytea NOT NULL,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    used_at timestamptz
);
CREATE INDEX address_change_of_account ON identity.address_change (account, asked_at DESC);

GRANT SELECT, INSERT, UPDATE ON identity.factor_reset, identity.address_change TO app;
