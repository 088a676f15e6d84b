-- The most credit that was wanted when an amount was worked out; null for all of it. The newest of a policy counts.
ALTER TABLE enrollment.amount ADD COLUMN wanted bigint;

ALTER TABLE enrollment.policy NO FORCE ROW LEVEL SECURITY;
ALTER TABLE enrollment.amount NO FORCE ROW LEVEL SECURITY;
UPDATE enrollment.amount m SET wanted = p.wanted FROM enrollment.policy p WHERE p.id = m.policy;
ALTER TABLE enrollment.policy FORCE ROW LEVEL SECURITY;
ALTER TABLE enrollment.amount FORCE ROW LEVEL SECURITY;
