-- Which year's coverage a request is about, where the year matters: an income of two years is proved twice.
ALTER TABLE document.request ADD COLUMN plan_year integer;

ALTER TABLE application.application NO FORCE ROW LEVEL SECURITY;
ALTER TABLE document.request NO FORCE ROW LEVEL SECURITY;
UPDATE document.request r SET plan_year = a.plan_year
  FROM application.application a WHERE a.id = r.application AND r.kind = 'INCOME';
ALTER TABLE application.application FORCE ROW LEVEL SECURITY;
ALTER TABLE document.request FORCE ROW LEVEL SECURITY;

DROP INDEX document.asked_once;
CREATE UNIQUE INDEX asked_once ON document.request (consumer, person, kind, coalesce(plan_year, 0)) WHERE closed_at IS NULL;
-- A later version that says something else keeps what waits for an officer.
GRANT UPDATE (fact, due, reminded, overdue_at) ON document.request TO app_assister;
