-- An assister sees how it stands with the carrier for the policies of the consumers whom they help, and for no other; the sealed files
-- and the answers stay the marketplace's.
GRANT USAGE ON SCHEMA carrier TO app_assister;
GRANT SELECT (control, written_at, delivered_at) ON carrier.interchange TO app_assister;
GRANT SELECT (event, interchange, policy, state, answered_at) ON carrier.transaction_set TO app_assister;
GRANT SELECT (event, policy, at) ON carrier.set_aside TO app_assister;
CREATE INDEX set_aside_of_policy ON carrier.set_aside (policy, event DESC);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['transaction_set', 'set_aside'] LOOP
        EXECUTE format('ALTER TABLE carrier.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE carrier.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON carrier.%I TO app USING (true) WITH CHECK (true)', t);
        -- Found in the assister's own sight of policies, by their number.
        EXECUTE format($p$CREATE POLICY seen ON carrier.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM enrollment.policy p
                WHERE p.number = CASE WHEN %1$I.policy ~ '^[0-9]{1,18}$' THEN %1$I.policy::bigint END))$p$, t);
    END LOOP;
END $$;
