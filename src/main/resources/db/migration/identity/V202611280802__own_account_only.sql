-- In the assister's hat there is one account, the assister's own (assisterportal.account of the transaction), with what
-- hangs on it. Signing in, activating, recovering and linking are done in no hat, as app.
REVOKE ALL ON ALL TABLES IN SCHEMA identity FROM app_assister;

GRANT SELECT (id, kind, email, email_key, name, password_hash, password_changed_at, totp_secret, totp_last_step),
    UPDATE (email, email_key, password_hash, password_changed_at, totp_secret, totp_last_step, sessions_ended_at)
    ON identity.account TO app_assister;
GRANT SELECT (id, account, hat, subject, agency, organization, invited_by, granted_at, activated_at, ended_at)
    ON identity.hat TO app_assister;
GRANT SELECT (id, hat, used_at, withdrawn_at), INSERT (id, hat, email, created_at, expires_at), UPDATE (withdrawn_at)
    ON identity.activation TO app_assister;
GRANT SELECT (account, code_hash, used_at), INSERT (account, code_hash), UPDATE (used_at), DELETE
    ON identity.recovery_code TO app_assister;
GRANT SELECT (account, used_at), UPDATE (used_at) ON identity.password_reset TO app_assister;
GRANT SELECT (id, account, email, code_hash, asked_at, expires_at, tries, used_at),
    INSERT (id, account, email, code_hash, asked_at, expires_at), UPDATE (tries, used_at)
    ON identity.address_change TO app_assister;
GRANT SELECT (account, next_try_at) ON identity.code_miss TO app_assister;
GRANT SELECT (session_id, principal_name), DELETE ON identity.session TO app_assister;
-- Sealed under the outside key; browser, person and hat are keyed hashes.
GRANT SELECT (id, browser, person, hat, sealed, held_at, expires_at), DELETE ON identity.held_form TO app_assister;

-- Not forced: the owner signs in for migrations only, and the function below asks as the owner.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['account', 'hat', 'activation', 'recovery_code', 'password_reset', 'address_change',
            'code_miss', 'session'] LOOP
        EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY product ON identity.%I TO app USING (true) WITH CHECK (true)', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['hat', 'recovery_code', 'password_reset', 'address_change', 'code_miss'] LOOP
        EXECUTE format('CREATE POLICY own ON identity.%I TO app_assister
            USING (account = (SELECT nullif(current_setting(''assisterportal.account'', true), '''')::uuid))', name);
    END LOOP;
END $$;
CREATE POLICY own ON identity.account TO app_assister
    USING (id = (SELECT nullif(current_setting('assisterportal.account', true), '')::uuid));
CREATE POLICY own ON identity.activation TO app_assister
    USING (EXISTS (SELECT 1 FROM identity.hat h WHERE h.id = activation.hat
        AND h.account = (SELECT nullif(current_setting('assisterportal.account', true), '')::uuid)));
CREATE POLICY own ON identity.session TO app_assister
    USING (principal_name = (SELECT nullif(current_setting('assisterportal.account', true), '')));

-- Whether the address is taken, and nothing else of the account that has it.
CREATE FUNCTION identity.has_account(of_kind text, key text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT EXISTS (SELECT 1 FROM identity.account WHERE kind = of_kind AND email_key = key AND closed_at IS NULL)
$$;
REVOKE ALL ON FUNCTION identity.has_account(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.has_account(text, text) TO app, app_assister;
