-- Files that carriers get, sealed as they were written, so that each can be sent again unchanged. Nothing here is granted to
-- app_assister: files are made, sent and looked after by the marketplace.
CREATE SCHEMA carrier;
GRANT USAGE ON SCHEMA carrier TO app;

-- Interchange and group carry the same number of nine digits; one that a failed file drew is never given to another.
CREATE SEQUENCE carrier.control AS integer MAXVALUE 999999999 NO CYCLE;
GRANT USAGE ON SEQUENCE carrier.control TO app;

CREATE TABLE carrier.interchange (
    control integer PRIMARY KEY CHECK (control BETWEEN 1 AND 999999999),
    issuer text NOT NULL CHECK (issuer ~ '^[0-9]{5}$'),
    file text NOT NULL UNIQUE,
    written_at timestamptz NOT NULL,
    sets integer NOT NULL CHECK (sets > 0),
    members integer NOT NULL CHECK (members > 0),
    bytes bigint NOT NULL CHECK (bytes > 0),
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    -- When it was put into the carrier's folder; empty while it is to be put there, for the first time or again.
    delivered_at timestamptz,
    deliveries integer NOT NULL DEFAULT 0,
    -- How its sets were answered, counted with each answer.
    accepted integer NOT NULL DEFAULT 0,
    rejected integer NOT NULL DEFAULT 0
);
CREATE INDEX interchange_undelivered ON carrier.interchange (control) WHERE delivered_at IS NULL;
CREATE INDEX interchange_newest ON carrier.interchange (written_at DESC, control DESC);

-- The file in sealed pieces. Its interchange is written after it, in the same transaction.
CREATE TABLE carrier.piece (
    interchange integer NOT NULL REFERENCES carrier.interchange DEFERRABLE INITIALLY DEFERRED,
    number integer NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (interchange, number)
);
ALTER TABLE carrier.piece ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Each event is in one set, whose control number is the event's.
CREATE TABLE carrier.transaction_set (
    event bigint PRIMARY KEY REFERENCES enrollment.carrier_event CHECK (event BETWEEN 1 AND 999999999),
    interchange integer NOT NULL REFERENCES carrier.interchange DEFERRABLE INITIALLY DEFERRED,
    policy text NOT NULL,
    state text NOT NULL DEFAULT 'SENT' CHECK (state IN ('SENT', 'ACCEPTED', 'REJECTED')),
    answered_at timestamptz
);
CREATE INDEX set_of_interchange ON carrier.transaction_set (interchange, event);
CREATE INDEX set_of_policy ON carrier.transaction_set (policy, event DESC);

-- Events that can't be said in a file; the staff has a task about each.
CREATE TABLE carrier.set_aside (
    event bigint PRIMARY KEY REFERENCES enrollment.carrier_event,
    issuer text NOT NULL,
    policy text NOT NULL,
    segment text NOT NULL,
    element integer NOT NULL,
    at timestamptz NOT NULL
);

-- Answers that were read, so that the same one does nothing twice.
CREATE TABLE carrier.answer (
    issuer text NOT NULL,
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    read_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, sha256)
);

GRANT SELECT, INSERT, UPDATE (delivered_at, deliveries, accepted, rejected) ON carrier.interchange TO app;
GRANT SELECT, INSERT ON carrier.piece, carrier.set_aside, carrier.answer TO app;
GRANT SELECT, INSERT, UPDATE (state, answered_at) ON carrier.transaction_set TO app;
