-- The consumers of an agency's people are counted by the agency at which they were authorized, who left since among them.
CREATE INDEX authority_of_agency ON consumer.authority (agency, assister);
