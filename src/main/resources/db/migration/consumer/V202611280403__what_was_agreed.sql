-- The privacy warnings are a part of what a consumer agrees to; which ones stands in the record. A consumer who has
-- authorized an assister before may do so again without a number.
ALTER TABLE consumer.authorization_given
    ADD COLUMN privacy_version date,
    ADD COLUMN privacy_language text,
    DROP CONSTRAINT authorization_given_method_check,
    ADD CONSTRAINT authorization_given_method_check
        CHECK (method IN ('REFERENCE_NUMBER', 'DIRECTORY', 'PROPOSAL', 'AGAIN', 'MAILED_CODE'));
