-- What was typed in a change that was thrown away goes, too.
DROP POLICY product_forgets ON application.answer;
DROP POLICY product_forgets ON application.ssn;
CREATE POLICY product_forgets ON application.answer FOR DELETE TO app
    USING (EXISTS (SELECT 1 FROM application.application a WHERE a.id = answer.application AND a.status IN ('EXPIRED', 'DISCARDED')));
CREATE POLICY product_forgets ON application.ssn FOR DELETE TO app
    USING (EXISTS (SELECT 1 FROM application.application a WHERE a.id = ssn.application AND a.status IN ('EXPIRED', 'DISCARDED')));
CREATE INDEX thrown_away ON application.application (changed_at) WHERE status = 'DISCARDED';
