CREATE SCHEMA enrollment;
GRANT USAGE ON SCHEMA enrollment TO app, app_assister;

-- What carriers have to be told: made by a job after the act, without anybody's Social Security number, and never changed.
CREATE TABLE enrollment.carrier_event (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    application uuid NOT NULL REFERENCES application.application,
    issuer text NOT NULL CHECK (issuer ~ '^[0-9]{5}$'),
    policy text NOT NULL,
    at timestamptz NOT NULL,
    content text NOT NULL
);
CREATE INDEX carrier_event_of_policy ON enrollment.carrier_event (policy, number);
CREATE INDEX carrier_event_of_consumer ON enrollment.carrier_event (consumer, number);

-- Events that no file has yet; a row goes away in the transaction that keeps the file. A list and not a mark of how far one
-- came, because a later number may be committed before an earlier one.
CREATE TABLE enrollment.carrier_due (
    issuer text NOT NULL,
    number bigint NOT NULL REFERENCES enrollment.carrier_event,
    consumer uuid NOT NULL,
    PRIMARY KEY (issuer, number)
);

GRANT SELECT, INSERT ON enrollment.carrier_event TO app;
GRANT SELECT, INSERT, DELETE ON enrollment.carrier_due TO app;

ALTER TABLE enrollment.carrier_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment.carrier_event FORCE ROW LEVEL SECURITY;
ALTER TABLE enrollment.carrier_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrollment.carrier_due FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON enrollment.carrier_event TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON enrollment.carrier_due TO app USING (true) WITH CHECK (true);
