-- Active people whose agency answered Portal Access No; such an answer is no work that waits for the agency.
ALTER TABLE access.projection ADD COLUMN not_approved boolean NOT NULL DEFAULT false;
-- Rows from before are due at once: the sweep judges and writes them again.
UPDATE access.projection SET next_change = now();
CREATE INDEX projection_not_approved ON access.projection (agency, sort_name, person) WHERE not_approved;
