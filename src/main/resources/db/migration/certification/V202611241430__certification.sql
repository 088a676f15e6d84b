CREATE SCHEMA certification;

-- What the ARC recorded of a background study; a later row replaces the earlier, none is changed.
CREATE TABLE certification.background_study (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES agency.person,
    result text NOT NULL CHECK (result IN ('CLEARED', 'NOT_CLEARED', 'PROBLEM')),
    studied_on date NOT NULL,
    note text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX background_of_person ON certification.background_study (person, recorded_at);

-- Given at the first certification and kept for life; it proves nothing, status does.
CREATE TABLE certification.assister_number (
    person uuid PRIMARY KEY REFERENCES agency.person,
    assister_id text NOT NULL UNIQUE,
    given_at timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA certification TO app;
GRANT SELECT, INSERT ON certification.background_study, certification.assister_number TO app;
