-- One account a person, whatever hats they wear; without credentials until its person sets them.
CREATE TABLE identity.account (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    email_key text NOT NULL UNIQUE,
    name text NOT NULL COLLATE "und-x-icu",
    password_hash text,
    password_changed_at timestamptz,
    totp_secret bytea,
    totp_last_step bigint,
    created_at timestamptz NOT NULL,
    CHECK ((password_hash IS NULL) = (totp_secret IS NULL))
);

CREATE TABLE identity.hat (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account,
    hat text NOT NULL CHECK (hat IN ('AGENCY_CONTACT', 'ASSISTER', 'ARC_OFFICER', 'ADMINISTRATOR', 'CONSUMER')),
    subject uuid NOT NULL,
    agency uuid,
    organization text NOT NULL,
    invited_by text NOT NULL,
    granted_at timestamptz NOT NULL,
    activated_at timestamptz,
    ended_at timestamptz
);
CREATE UNIQUE INDEX hat_of_subject ON identity.hat (hat, subject) WHERE ended_at IS NULL;
CREATE INDEX hat_of_account ON identity.hat (account);

-- What an activation link opens; its token is made when the mail is sent and kept nowhere.
CREATE TABLE identity.activation (
    id uuid PRIMARY KEY,
    hat uuid NOT NULL REFERENCES identity.hat,
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    withdrawn_at timestamptz
);
CREATE INDEX activation_of_hat ON identity.activation (hat, created_at DESC);

CREATE TABLE identity.recovery_code (
    account uuid NOT NULL REFERENCES identity.account,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account, code_hash)
);

CREATE TABLE identity.terms_acceptance (
    account uuid NOT NULL REFERENCES identity.account,
    version date NOT NULL,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (account, version)
);

-- A mailed link to choose a new password; used once.
CREATE TABLE identity.password_reset (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX password_reset_of_account ON identity.password_reset (account, created_at DESC);

-- Tries counted over all processes; keys are keyed hashes, never addresses.
CREATE TABLE identity.throttle (
    key text PRIMARY KEY,
    window_ends timestamptz NOT NULL,
    tries integer NOT NULL
);
CREATE INDEX throttle_window ON identity.throttle (window_ends);

GRANT SELECT, INSERT, UPDATE ON identity.account, identity.hat, identity.activation, identity.recovery_code,
    identity.password_reset TO app;
GRANT SELECT, INSERT ON identity.terms_acceptance TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.throttle TO app;
GRANT DELETE ON identity.recovery_code TO app;
