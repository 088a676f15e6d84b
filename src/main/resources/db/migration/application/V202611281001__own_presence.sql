-- An assister says of themselves only that they are there, and begins nothing but drafts.
DROP POLICY seen ON application.at_work;
CREATE POLICY seen ON application.at_work FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = at_work.application));
CREATE POLICY comes ON application.at_work FOR INSERT TO app_assister
    WITH CHECK (who = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)
        AND EXISTS (SELECT 1 FROM application.application p WHERE p.id = at_work.application));
CREATE POLICY stays ON application.at_work FOR UPDATE TO app_assister
    USING (who = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid));
DROP POLICY begun ON application.application;
CREATE POLICY begun ON application.application FOR INSERT TO app_assister
    WITH CHECK (status = 'DRAFT' AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer
        AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

-- A determination is kept with the signature it comes from, in one transaction.
DROP POLICY determined ON application.determination;
CREATE POLICY determined ON application.determination FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = determination.application AND p.status = 'SIGNED' AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
