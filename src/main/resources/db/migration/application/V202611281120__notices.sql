-- Every version of an application has a number that people can say on the phone.
ALTER TABLE application.application ADD COLUMN reference bigint GENERATED ALWAYS AS IDENTITY (START WITH 50000001);
CREATE UNIQUE INDEX application_reference ON application.application (reference);

-- The notice of a signed version, as it was made: its text in the language of that day, never changed.
CREATE TABLE application.notice (
    application uuid PRIMARY KEY REFERENCES application.application,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    made_at timestamptz NOT NULL,
    language text NOT NULL,
    rules text NOT NULL,
    content text NOT NULL,
    sha256 text NOT NULL
);
CREATE INDEX notice_of_consumer ON application.notice (consumer, made_at DESC);

-- Signed versions whose notice isn't made yet; a row goes away in the transaction that makes the notice.
CREATE TABLE application.notice_due (
    application uuid PRIMARY KEY REFERENCES application.application,
    consumer uuid NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0
);
CREATE INDEX notice_due_next ON application.notice_due (next_try_at);

GRANT SELECT, INSERT ON application.notice TO app;
GRANT SELECT ON application.notice TO app_assister;
GRANT SELECT, INSERT, UPDATE, DELETE ON application.notice_due TO app;
GRANT INSERT ON application.notice_due TO app_assister;

-- What was signed before there were notices gets one, too.
ALTER TABLE application.application NO FORCE ROW LEVEL SECURITY;
ALTER TABLE application.determination NO FORCE ROW LEVEL SECURITY;
INSERT INTO application.notice_due (application, consumer, next_try_at)
SELECT a.id, a.consumer, now() FROM application.application a JOIN application.determination d ON d.application = a.id;
ALTER TABLE application.application FORCE ROW LEVEL SECURITY;
ALTER TABLE application.determination FORCE ROW LEVEL SECURITY;

ALTER TABLE application.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.notice FORCE ROW LEVEL SECURITY;
ALTER TABLE application.notice_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.notice_due FORCE ROW LEVEL SECURITY;
CREATE POLICY product_reads ON application.notice FOR SELECT TO app USING (true);
CREATE POLICY product_makes ON application.notice FOR INSERT TO app
    WITH CHECK (EXISTS (SELECT 1 FROM application.application a
        WHERE a.id = notice.application AND a.consumer = notice.consumer AND a.status = 'SIGNED'));
CREATE POLICY product ON application.notice_due TO app USING (true) WITH CHECK (true);
CREATE POLICY seen ON application.notice FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = notice.application));
CREATE POLICY signed ON application.notice_due FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = notice_due.application AND p.consumer = notice_due.consumer AND p.status = 'SIGNED' AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('notice.appeal-days', '2018-01-01', '90', '45 CFR 155.520(b); 42 CFR 431.221(d): an appeal is asked for within so many days of the notice', 'marketplace'),
('notice.appeal-days-without-reason', '2018-01-01', '30', 'Minn. Stat. 256.045, subd. 3: within so many days without saying why it is late, for Medical Assistance and MinnesotaCare', 'marketplace'),
('notice.appeals-office', '2018-01-01', E'Minnesota Department of Human Services\nAppeals Office\nPO Box 64941\nSt. Paul, MN 55164-0941', 'Minn. Stat. 256.045; Minn. R. 7700.0105: who hears appeals about the marketplace''s decisions; a line each', 'marketplace'),
('notice.appeal-form', '2018-01-01', 'DHS-0033', 'Appeal to State Agency: the form''s number', 'marketplace'),
('notice.change-days', '2018-01-01', '30', '45 CFR 155.330(b): changes are reported within so many days', 'marketplace'),
('notice.county-days', '2018-01-01', '45', '42 CFR 435.912(c)(3): a county or tribe decides within so many days, where no disability has to be shown', 'marketplace'),
('coverage.open-enrollment.2026', '2018-01-01', E'2025-11-01\n2025-12-15\n2026-01-15', '45 CFR 155.410(e): first day, last day for coverage from 1 January, last day; plan year 2026', 'marketplace'),
('coverage.open-enrollment.2027', '2018-01-01', E'2026-11-01\n2026-12-31\n2026-12-31', '45 CFR 155.410(e): first day, last day for coverage from 1 January, last day; plan year 2027, all from 1 January', 'marketplace');
