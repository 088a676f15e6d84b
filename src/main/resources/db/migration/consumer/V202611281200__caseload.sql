-- What an assister's list and search say of each consumer whom they may help, one row beside the authority: a caseload is
-- read at one place, where a join would look each consumer and address up among millions and ask each whose it is.
CREATE TABLE consumer.caseload (
    consumer uuid PRIMARY KEY REFERENCES consumer.authority ON DELETE CASCADE,
    assister uuid NOT NULL,
    agency uuid NOT NULL,
    scope text NOT NULL,
    valid_until timestamptz NOT NULL,
    name text NOT NULL COLLATE "und-x-icu",
    sort_name text NOT NULL COLLATE "und-x-icu",
    birth_date date,
    email text NOT NULL,
    phone text NOT NULL,
    -- Empty where there is none for a helper's eyes.
    address text NOT NULL,
    case_status text NOT NULL,
    case_waits text NOT NULL,
    case_next text NOT NULL,
    case_due date,
    last_activity timestamptz NOT NULL,
    closed_at timestamptz
);

-- Kept by the database alone, in the transaction that changes what it is made of and in that one's role.
CREATE FUNCTION consumer.caseload_follows_authority() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO consumer.caseload (consumer, assister, agency, scope, valid_until, name, sort_name, birth_date, email, phone,
           address, case_status, case_waits, case_next, case_due, last_activity, closed_at)
    SELECT c.id, NEW.assister, NEW.agency, NEW.scope, NEW.valid_until, c.first_name || ' ' || c.last_name, c.sort_name,
           c.birth_date, c.email, c.phone, coalesce(d.street || ' ' || d.city || ' ' || d.zip, ''), c.case_status, c.case_waits,
           c.case_next, c.case_due, c.last_activity, c.closed_at
      FROM consumer.consumer c LEFT JOIN consumer.address d ON d.consumer = c.id AND NOT d.confidential
     WHERE c.id = NEW.consumer
    ON CONFLICT (consumer) DO UPDATE SET assister = excluded.assister, agency = excluded.agency, scope = excluded.scope,
        valid_until = excluded.valid_until;
    RETURN NULL;
END $$;
CREATE TRIGGER caseload_follows AFTER INSERT OR UPDATE OF assister, agency, scope, valid_until ON consumer.authority
    FOR EACH ROW EXECUTE FUNCTION consumer.caseload_follows_authority();

CREATE FUNCTION consumer.caseload_follows_consumer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE consumer.caseload SET name = NEW.first_name || ' ' || NEW.last_name, sort_name = NEW.sort_name,
           birth_date = NEW.birth_date, phone = NEW.phone, case_status = NEW.case_status, case_waits = NEW.case_waits,
           case_next = NEW.case_next, case_due = NEW.case_due, last_activity = NEW.last_activity
     WHERE consumer = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER caseload_follows AFTER UPDATE OF first_name, last_name, sort_name, birth_date, phone, case_status, case_waits,
    case_next, case_due, last_activity ON consumer.consumer
    FOR EACH ROW EXECUTE FUNCTION consumer.caseload_follows_consumer();

-- Apart, because an assister's role may change neither.
CREATE FUNCTION consumer.caseload_follows_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE consumer.caseload SET email = NEW.email, closed_at = NEW.closed_at WHERE consumer = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER caseload_follows_account AFTER UPDATE OF email, closed_at ON consumer.consumer
    FOR EACH ROW EXECUTE FUNCTION consumer.caseload_follows_account();

CREATE FUNCTION consumer.caseload_follows_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE consumer.caseload SET address = '' WHERE consumer = OLD.consumer;
    ELSE
        UPDATE consumer.caseload
           SET address = CASE WHEN NEW.confidential THEN '' ELSE NEW.street || ' ' || NEW.city || ' ' || NEW.zip END
         WHERE consumer = NEW.consumer;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER caseload_follows AFTER INSERT OR UPDATE OR DELETE ON consumer.address
    FOR EACH ROW EXECUTE FUNCTION consumer.caseload_follows_address();

-- Those who are there already: the owner meets no policy while nothing is forced, and nobody else sees that.
ALTER TABLE consumer.authority NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.consumer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.address NO FORCE ROW LEVEL SECURITY;
INSERT INTO consumer.caseload (consumer, assister, agency, scope, valid_until, name, sort_name, birth_date, email, phone,
       address, case_status, case_waits, case_next, case_due, last_activity, closed_at)
SELECT c.id, a.assister, a.agency, a.scope, a.valid_until, c.first_name || ' ' || c.last_name, c.sort_name, c.birth_date, c.email,
       c.phone, coalesce(d.street || ' ' || d.city || ' ' || d.zip, ''), c.case_status, c.case_waits, c.case_next, c.case_due,
       c.last_activity, c.closed_at
  FROM consumer.authority a
  JOIN consumer.consumer c ON c.id = a.consumer
  LEFT JOIN consumer.address d ON d.consumer = c.id AND NOT d.confidential;
ALTER TABLE consumer.authority FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.consumer FORCE ROW LEVEL SECURITY;
ALTER TABLE consumer.address FORCE ROW LEVEL SECURITY;
CREATE INDEX caseload_of_assister ON consumer.caseload (assister, agency);

GRANT SELECT, INSERT, UPDATE ON consumer.caseload TO app;
GRANT SELECT ON consumer.caseload TO app_assister;
GRANT UPDATE (name, sort_name, birth_date, phone, address, case_status, case_waits, case_next, case_due, last_activity)
    ON consumer.caseload TO app_assister;
ALTER TABLE consumer.caseload ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumer.caseload FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON consumer.caseload TO app USING (true) WITH CHECK (true);
CREATE POLICY own ON consumer.caseload TO app_assister
    USING (assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid) AND valid_until > now());
