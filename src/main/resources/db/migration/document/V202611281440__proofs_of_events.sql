-- Proofs of what happened, for which another module asks: what follows when the time is over is that module's, and the request
-- is closed then.
ALTER TABLE document.request ADD COLUMN happened_on date;
ALTER TABLE document.request DROP CONSTRAINT request_kind_check;
ALTER TABLE document.request ADD CHECK (kind IN ('IDENTITY', 'CITIZENSHIP', 'IMMIGRATION', 'INCOME', 'EMPLOYER_OFFER', 'TRIBAL',
    'LOST_COVERAGE', 'BIRTH', 'ADOPTION', 'MARRIAGE', 'DIVORCE_OR_DEATH', 'MOVED', 'GAINED_STATUS', 'RELEASED'));
ALTER TABLE document.request ADD CHECK (
    (kind IN ('LOST_COVERAGE', 'BIRTH', 'ADOPTION', 'MARRIAGE', 'DIVORCE_OR_DEATH', 'MOVED', 'GAINED_STATUS', 'RELEASED'))
    = (happened_on IS NOT NULL));
ALTER TABLE document.request DROP CONSTRAINT request_state_check;
ALTER TABLE document.request ADD CHECK (state IN ('ASKED', 'SENT', 'NOT_ACCEPTED', 'ACCEPTED', 'NOT_NEEDED', 'LAPSED'));
DO $$
DECLARE
    former text;
BEGIN
    SELECT conname INTO STRICT former FROM pg_constraint
     WHERE conrelid = 'document.request'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%closed_at IS NOT NULL%';
    EXECUTE format('ALTER TABLE document.request DROP CONSTRAINT %I', former);
END $$;
ALTER TABLE document.request ADD CONSTRAINT closed_at_its_end CHECK ((state IN ('ACCEPTED', 'NOT_NEEDED', 'LAPSED')) = (closed_at IS NOT NULL));
-- Something of the same kind may happen to the same person twice.
DROP INDEX document.asked_once;
CREATE UNIQUE INDEX asked_once ON document.request (consumer, person, kind, coalesce(plan_year, 0), coalesce(happened_on, '-infinity'::date))
    WHERE closed_at IS NULL;
