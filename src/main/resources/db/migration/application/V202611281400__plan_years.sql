-- For which year a signed version is: of each year the one that was signed last counts.
ALTER TABLE application.application ADD COLUMN plan_year integer;

ALTER TABLE application.application NO FORCE ROW LEVEL SECURITY;
ALTER TABLE application.determination NO FORCE ROW LEVEL SECURITY;
UPDATE application.application a SET plan_year = (d.facts::jsonb ->> 'planYear')::integer
  FROM application.determination d WHERE d.application = a.id;
ALTER TABLE application.application FORCE ROW LEVEL SECURITY;
ALTER TABLE application.determination FORCE ROW LEVEL SECURITY;

ALTER TABLE application.application ADD CHECK ((status = 'SIGNED') = (plan_year IS NOT NULL));
CREATE INDEX signed_of_year ON application.application (consumer, plan_year DESC, signed_at DESC) WHERE status = 'SIGNED';
GRANT UPDATE (plan_year) ON application.application TO app_assister;
