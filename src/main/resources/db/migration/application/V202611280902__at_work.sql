-- Who looks at an application now, so that two people in it at once know of each other.
CREATE TABLE application.at_work (
    application uuid NOT NULL REFERENCES application.application,
    who uuid NOT NULL,
    name text NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (application, who)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON application.at_work TO app;
GRANT SELECT, INSERT, UPDATE ON application.at_work TO app_assister;
ALTER TABLE application.at_work ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.at_work FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON application.at_work TO app USING (true) WITH CHECK (true);
CREATE POLICY seen ON application.at_work TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = at_work.application));

-- A draft that is over loses what was typed in it.
GRANT DELETE ON application.answer, application.ssn TO app;
CREATE POLICY product_forgets ON application.answer FOR DELETE TO app
    USING (EXISTS (SELECT 1 FROM application.application a WHERE a.id = answer.application AND a.status = 'EXPIRED'));
CREATE POLICY product_forgets ON application.ssn FOR DELETE TO app
    USING (EXISTS (SELECT 1 FROM application.application a WHERE a.id = ssn.application AND a.status = 'EXPIRED'));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('application.first-warning-days', '2018-01-01', '7', 'Application: so many days before a draft ends its consumer is warned by mail', 'marketplace'),
('application.last-warning-days', '2018-01-01', '1', 'Application: so many days before a draft ends its consumer is warned once more', 'marketplace');
