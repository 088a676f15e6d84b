-- What an officer found who checked an authorization that was given by mail; never changed.
CREATE TABLE consumer.spot_check (
    authorization_id uuid PRIMARY KEY REFERENCES consumer.authorization_given,
    result text NOT NULL CHECK (result IN ('FINE', 'STOPPED')),
    note text NOT NULL,
    officer uuid NOT NULL,
    officer_name text NOT NULL,
    at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON consumer.spot_check TO app;
ALTER TABLE consumer.spot_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.spot_check FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON consumer.spot_check TO app USING (true) WITH CHECK (true);
