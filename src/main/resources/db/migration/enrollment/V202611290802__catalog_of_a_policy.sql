-- The version of the plan year's catalog by which a policy was chosen: its prices hold for it, whatever is published later. Policies from before
-- this was kept go by what is published.
ALTER TABLE enrollment.policy ADD COLUMN catalog integer;
