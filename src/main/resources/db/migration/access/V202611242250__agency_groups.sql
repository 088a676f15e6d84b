-- What an agency looks for on its roster, so that a page of it is found by an index. Written with the fact like all of
-- the projection.
ALTER TABLE access.projection
    ADD COLUMN certified boolean NOT NULL DEFAULT false,
    ADD COLUMN on_agency boolean NOT NULL DEFAULT false,
    ADD COLUMN on_assister boolean NOT NULL DEFAULT false;
-- Rows from before are due at once: the sweep judges and writes them again.
UPDATE access.projection SET next_change = now();
CREATE INDEX projection_of_agency ON access.projection (agency, state, sort_name, person);
CREATE INDEX projection_on_agency ON access.projection (agency, sort_name, person) WHERE on_agency;
CREATE INDEX projection_on_assister ON access.projection (agency, sort_name, person) WHERE on_assister;
CREATE INDEX projection_certified ON access.projection (agency, sort_name, person) WHERE certified;

-- The day's picture at the ARC counts these.
CREATE INDEX enrollment_at ON access.enrollment (enrolled_at);
