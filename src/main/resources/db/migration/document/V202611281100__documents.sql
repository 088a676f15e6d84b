-- Documents for what a signed application says and nobody has verified. In the assister's hat every statement runs as
-- app_assister: it finds the requests of that assister's consumers, the files that this assister sent, and no file's content.
CREATE SCHEMA document;

-- One thing to be proved about one person. The newest signed version that needs it is its application; what was said is
-- known by a keyed hash, so that a later version that says the same asks for nothing twice.
CREATE TABLE document.request (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    application uuid NOT NULL REFERENCES application.application,
    person text NOT NULL,
    person_name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('IDENTITY', 'CITIZENSHIP', 'IMMIGRATION', 'INCOME', 'EMPLOYER_OFFER', 'TRIBAL')),
    fact text NOT NULL,
    state text NOT NULL CHECK (state IN ('ASKED', 'SENT', 'NOT_ACCEPTED', 'ACCEPTED', 'NOT_NEEDED')),
    -- Counts what was sent, taken back and decided, so that nobody decides on what they haven't seen.
    version integer NOT NULL DEFAULT 1,
    asked_at timestamptz NOT NULL,
    -- The last day; it holds to its end in Minnesota.
    due date NOT NULL,
    -- How many reminders were mailed.
    reminded integer NOT NULL DEFAULT 0,
    overdue_at timestamptz,
    -- Files that were kept, and those among them on which nobody has decided; counted here, because an assister doesn't see
    -- the consumer's.
    files integer NOT NULL DEFAULT 0 CHECK (files >= waiting),
    waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    -- Since when the oldest of those waits.
    sent_at timestamptz,
    closed_at timestamptz,
    CHECK ((state IN ('ACCEPTED', 'NOT_NEEDED')) = (closed_at IS NOT NULL)),
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
    CHECK (state <> 'SENT' OR waiting > 0)
);
CREATE UNIQUE INDEX asked_once ON document.request (consumer, person, kind) WHERE closed_at IS NULL;
CREATE INDEX request_of_consumer ON document.request (consumer, asked_at DESC);
CREATE INDEX request_waiting ON document.request (sent_at, id) WHERE state = 'SENT';
CREATE INDEX request_due ON document.request (due, id) WHERE state IN ('ASKED', 'NOT_ACCEPTED');
CREATE INDEX request_closed ON document.request (closed_at DESC, id) WHERE state = 'ACCEPTED';

-- A file that was sent: what it is was recognized from its content; its name is sealed like its content.
CREATE TABLE document.file (
    id uuid PRIMARY KEY,
    request uuid NOT NULL REFERENCES document.request,
    name bytea NOT NULL,
    kind text NOT NULL CHECK (kind IN ('PDF', 'JPEG', 'PNG', 'HEIC')),
    bytes integer NOT NULL CHECK (bytes > 0),
    pieces integer NOT NULL CHECK (pieces > 0),
    -- A keyed hash of the content: the same file isn't kept twice, however often it is sent.
    digest bytea NOT NULL,
    sent_at timestamptz NOT NULL,
    by_name text NOT NULL,
    by_hat text NOT NULL,
    by_person uuid NOT NULL,
    authorization_number bigint,
    -- When an officer opened it first; from then on it can't be taken back.
    looked_at timestamptz,
    review uuid,
    UNIQUE (request, digest)
);

-- A file's content in pieces, each sealed under the outside key as this piece of this file.
CREATE TABLE document.piece (
    file uuid NOT NULL REFERENCES document.file ON DELETE CASCADE,
    number integer NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (file, number)
);
ALTER TABLE document.piece ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- What an officer decided on the files that waited then. Never changed.
CREATE TABLE document.review (
    id uuid PRIMARY KEY,
    request uuid NOT NULL REFERENCES document.request,
    accepted boolean NOT NULL,
    reason text,
    note text NOT NULL,
    officer uuid NOT NULL,
    officer_name text NOT NULL,
    at timestamptz NOT NULL,
    CHECK (accepted = (reason IS NULL))
);
CREATE INDEX review_of_request ON document.review (request, at DESC);
ALTER TABLE document.file ADD FOREIGN KEY (review) REFERENCES document.review;

-- More time, once.
CREATE TABLE document.extension (
    request uuid PRIMARY KEY REFERENCES document.request,
    from_due date NOT NULL,
    to_due date NOT NULL,
    reason text NOT NULL,
    officer uuid NOT NULL,
    officer_name text NOT NULL,
    at timestamptz NOT NULL
);

GRANT USAGE ON SCHEMA document TO app, app_assister;
GRANT SELECT, INSERT, UPDATE ON document.request TO app;
GRANT SELECT, INSERT, DELETE ON document.file TO app;
GRANT UPDATE (looked_at, review) ON document.file TO app;
GRANT SELECT, INSERT ON document.piece, document.review, document.extension TO app;
GRANT SELECT, INSERT ON document.request TO app_assister;
GRANT UPDATE (application, person_name, state, version, files, waiting, sent_at, closed_at) ON document.request TO app_assister;
GRANT SELECT, INSERT, DELETE ON document.file TO app_assister;
GRANT INSERT ON document.piece TO app_assister;
GRANT SELECT ON document.review, document.extension TO app_assister;

ALTER TABLE document.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE document.request FORCE ROW LEVEL SECURITY;
ALTER TABLE document.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE document.file FORCE ROW LEVEL SECURITY;
ALTER TABLE document.piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE document.piece FORCE ROW LEVEL SECURITY;
ALTER TABLE document.review ENABLE ROW LEVEL SECURITY;
ALTER TABLE document.review FORCE ROW LEVEL SECURITY;
ALTER TABLE document.extension ENABLE ROW LEVEL SECURITY;
ALTER TABLE document.extension FORCE ROW LEVEL SECURITY;

CREATE POLICY product ON document.request TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON document.file TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON document.piece TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON document.review TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON document.extension TO app USING (true) WITH CHECK (true);

CREATE POLICY seen ON document.request FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = request.consumer
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY asked ON document.request FOR INSERT TO app_assister
    WITH CHECK (state = 'ASKED' AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = request.consumer
        AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
-- An assister's acts send and take back; they accept nothing.
CREATE POLICY went_on ON document.request FOR UPDATE TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = request.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))
    WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = request.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
-- The requests below are those that the policies above let through.
CREATE POLICY seen ON document.file FOR SELECT TO app_assister
    USING (by_person = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM document.request r WHERE r.id = file.request));
CREATE POLICY sent ON document.file FOR INSERT TO app_assister
    WITH CHECK (by_person = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM document.request r JOIN consumer.authority a ON a.consumer = r.consumer
            WHERE r.id = file.request AND a.scope = 'APPLY'
              AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY taken_back ON document.file FOR DELETE TO app_assister
    USING (by_person = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid) AND looked_at IS NULL
        AND EXISTS (SELECT 1 FROM document.request r JOIN consumer.authority a ON a.consumer = r.consumer
            WHERE r.id = file.request AND a.scope = 'APPLY'
              AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY sent ON document.piece FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM document.file f WHERE f.id = piece.file));
CREATE POLICY seen ON document.review FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM document.request r WHERE r.id = review.request));
CREATE POLICY seen ON document.extension FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM document.request r WHERE r.id = extension.request));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('document.days', '2018-01-01', '90', 'Documents: so many days from the notice to prove what isn''t verified; 45 CFR 155.315(f)(2)(ii), 42 CFR 435.956(b)', 'marketplace'),
('document.received-days', '2018-01-01', '5', 'Documents: a notice about citizenship or immigration status counts as received so many days later; 45 CFR 155.315(c)(3), 42 CFR 435.956(b)(2)', 'marketplace'),
('document.extension-days', '2018-01-01', '30', 'Documents: so many days more, once, for who tries in good faith; 45 CFR 155.315(f)(3)', 'marketplace'),
('document.again-days', '2018-01-01', '14', 'Documents: who sent something that isn''t accepted has at least so many days to send something else; 45 CFR 155.315(f)(3)', 'marketplace'),
('document.first-reminder-days', '2018-01-01', '60', 'Documents: so many days before the last day its consumer is reminded by mail', 'marketplace'),
('document.second-reminder-days', '2018-01-01', '30', 'Documents: so many days before the last day its consumer is reminded again', 'marketplace'),
('document.last-reminder-days', '2018-01-01', '7', 'Documents: so many days before the last day its consumer is reminded once more', 'marketplace'),
('document.files', '2018-01-01', '20', 'Documents: so many files can be sent for one thing that is asked for', 'marketplace'),
('document.identity', '2018-01-01', 'no', 'Documents: whether the first person of an application proves who they are; 42 CFR 435.407(c)', 'marketplace');
