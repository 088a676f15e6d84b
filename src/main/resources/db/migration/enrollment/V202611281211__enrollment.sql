-- A special enrollment period: what happened to a household, and until when it may choose because of it. Never changed.
CREATE TABLE enrollment.period (
    id uuid PRIMARY KEY,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    event text NOT NULL,
    happened_on date NOT NULL,
    opens date NOT NULL,
    closes date NOT NULL,
    reported_at timestamptz NOT NULL,
    by_account uuid,
    by_name text NOT NULL,
    by_hat text NOT NULL,
    authorization_number bigint
);
CREATE INDEX period_of_consumer ON enrollment.period (consumer, closes DESC);

-- What is chosen and not signed: one a signed application, with a version so that two who choose at once notice each other.
CREATE TABLE enrollment.basket (
    application uuid PRIMARY KEY REFERENCES application.application,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    version int NOT NULL,
    content text NOT NULL,
    changed_at timestamptz NOT NULL,
    by_name text NOT NULL
);

-- What was signed about plans: a choice, an end, a cancellation; its facts in one text with its hash. Never changed.
CREATE TABLE enrollment.act (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY (START WITH 60000001) UNIQUE,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    application uuid NOT NULL REFERENCES application.application,
    basket_version int,
    kind text NOT NULL CHECK (kind IN ('CHOSEN', 'ENDED', 'CANCELLED')),
    content text NOT NULL,
    sha256 text NOT NULL,
    text_code text NOT NULL,
    text_version date NOT NULL,
    text_language text NOT NULL,
    text_hash text NOT NULL,
    typed_name text NOT NULL,
    signer text NOT NULL,
    signed_by uuid,
    authorization_id uuid,
    authorization_number bigint,
    signed_at timestamptz NOT NULL,
    -- A choice is signed once, however often the button is pressed.
    UNIQUE (application, basket_version)
);
CREATE INDEX act_of_consumer ON enrollment.act (consumer, signed_at DESC);

-- One plan for a group of people of a household. Never changed: that it ends is a row below.
CREATE TABLE enrollment.policy (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY (START WITH 70000001) UNIQUE,
    consumer uuid NOT NULL REFERENCES consumer.consumer,
    application uuid NOT NULL REFERENCES application.application,
    act uuid NOT NULL REFERENCES enrollment.act,
    reason text NOT NULL,
    plan_year int NOT NULL,
    plan text NOT NULL,
    variant text NOT NULL,
    plan_name text NOT NULL,
    issuer_name text NOT NULL,
    dental boolean NOT NULL,
    party int NOT NULL,
    wanted bigint,
    rating_area int NOT NULL,
    fips text NOT NULL,
    starts date NOT NULL,
    last_day date NOT NULL
);
CREATE INDEX policy_of_consumer ON enrollment.policy (consumer, plan_year DESC, number DESC);

-- Who is in it, the subscriber first.
CREATE TABLE enrollment.member (
    policy uuid NOT NULL REFERENCES enrollment.policy,
    person text NOT NULL,
    place int NOT NULL,
    kin text,
    first_name text NOT NULL,
    last_name text NOT NULL,
    born date NOT NULL,
    tobacco boolean NOT NULL,
    starts date NOT NULL,
    act uuid NOT NULL REFERENCES enrollment.act,
    PRIMARY KEY (policy, person)
);

-- What it costs a month from a day on; a later row counts from its day.
CREATE TABLE enrollment.amount (
    policy uuid NOT NULL REFERENCES enrollment.policy,
    starts date NOT NULL,
    act uuid NOT NULL REFERENCES enrollment.act,
    premium bigint NOT NULL CHECK (premium >= 0),
    credit bigint NOT NULL CHECK (credit >= 0 AND credit <= premium),
    people text NOT NULL,
    PRIMARY KEY (policy, starts, act)
);

-- Somebody's coverage in a policy ends after a day, or, cancelled, never began; of several the last that was signed counts.
CREATE TABLE enrollment.ending (
    policy uuid NOT NULL,
    person text NOT NULL,
    act uuid NOT NULL REFERENCES enrollment.act,
    last_day date NOT NULL,
    cancelled boolean NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (policy, person, act),
    FOREIGN KEY (policy, person) REFERENCES enrollment.member
);

-- Acts of which the carriers' events aren't made yet; a row goes away in the transaction that makes them.
CREATE TABLE enrollment.telling_due (
    act uuid PRIMARY KEY REFERENCES enrollment.act,
    consumer uuid NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0
);
CREATE INDEX telling_due_next ON enrollment.telling_due (next_try_at);

GRANT SELECT, INSERT ON enrollment.period, enrollment.act, enrollment.policy, enrollment.member, enrollment.amount, enrollment.ending
    TO app, app_assister;
GRANT SELECT, INSERT, UPDATE ON enrollment.basket TO app, app_assister;
GRANT DELETE ON enrollment.basket TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON enrollment.telling_due TO app;
GRANT INSERT ON enrollment.telling_due TO app_assister;

-- An assister's request reaches those consumers' rows whom the assister helps, and writes with the authority to apply.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['period', 'basket', 'act', 'policy', 'telling_due'] LOOP
        EXECUTE format('ALTER TABLE enrollment.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE enrollment.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON enrollment.%I TO app USING (true) WITH CHECK (true)', t);
        EXECUTE format($p$CREATE POLICY seen ON enrollment.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
        EXECUTE format($p$CREATE POLICY written ON enrollment.%1$I FOR INSERT TO app_assister
            WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = %1$I.consumer AND a.scope = 'APPLY'
                AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['member', 'amount', 'ending'] LOOP
        EXECUTE format('ALTER TABLE enrollment.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE enrollment.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY product ON enrollment.%I TO app USING (true) WITH CHECK (true)', t);
        EXECUTE format($p$CREATE POLICY seen ON enrollment.%1$I FOR SELECT TO app_assister
            USING (EXISTS (SELECT 1 FROM enrollment.policy p WHERE p.id = %1$I.policy))$p$, t);
        EXECUTE format($p$CREATE POLICY written ON enrollment.%1$I FOR INSERT TO app_assister
            WITH CHECK (EXISTS (SELECT 1 FROM enrollment.policy p JOIN consumer.authority a ON a.consumer = p.consumer
                WHERE p.id = %1$I.policy AND a.scope = 'APPLY'
                  AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))$p$, t);
    END LOOP;
END $$;
CREATE POLICY changed ON enrollment.basket FOR UPDATE TO app_assister
    USING (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = basket.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('enrollment.special-days', '2018-01-01', '60', '45 CFR 155.420(c)(1): a special enrollment period lasts so many days from the event', 'marketplace'),
('enrollment.special-days-before-loss', '2018-01-01', '60', '45 CFR 155.420(c)(2): coverage that will be lost lets one choose so many days before, too', 'marketplace');

INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.enrollment', '2018-01-01', 'en', '45 CFR 155.310(d), 155.400, 155.410, 155.430; 26 CFR 1.36B-4',
$text$# What you say by signing

[own] I, {signer}, choose the plans on this page for the people named with them. I have seen what each costs a month, what it covers and what is to be paid when care is used.

[behalf] I, {signer}, sign for {consumer}, who has authorized me. {consumer} has chosen the plans on this page, and knows what each costs a month and what is to be paid when care is used. {consumer} is told at once.

# The first payment

Coverage begins when the carrier has got the first payment by the day that its bill names. The marketplace tells the carrier today; the carrier sends the bill.

# If you take the tax credit in advance

Whoever takes the credit in advance files a federal tax return for the year, together with husband or wife where married, and compares the credit there with the income that the year really brought. Who got too much pays back; who got too little gets the rest. Changes of income or household are to be reported within 30 days.

# What you may do later

You can end coverage on any day from today on, for all or for one person. Until it begins you can cancel it. Another plan can be chosen while enrollment is open, or after an event such as a birth, a move or the loss of other coverage.
$text$),
('text.enrollment', '2018-01-01', 'es', '45 CFR 155.310(d), 155.400, 155.410, 155.430; 26 CFR 1.36B-4',
$text$# Lo que usted dice al firmar

[own] Yo, {signer}, elijo los planes de esta página para las personas que están con ellos. He visto cuánto cuesta cada uno al mes, qué cubre y qué se paga cuando se usa la atención.

[behalf] Yo, {signer}, firmo por {consumer}, que me ha autorizado. {consumer} eligió los planes de esta página, y sabe cuánto cuesta cada uno al mes y qué se paga cuando se usa la atención. A {consumer} se le avisa de inmediato.

# El primer pago

La cobertura empieza cuando la compañía ha recibido el primer pago a más tardar el día que dice su factura. El mercado de seguros avisa hoy a la compañía; la compañía envía la factura.

# Si toma el crédito fiscal por adelantado

Quien toma el crédito por adelantado presenta una declaración federal de impuestos del año, junto con su esposo o esposa si hay matrimonio, y compara allí el crédito con el ingreso que hubo de verdad. Quien recibió demasiado devuelve; quien recibió muy poco recibe el resto. Los cambios de ingreso o de hogar se avisan en un plazo de 30 días.

# Lo que puede hacer después

Puede terminar la cobertura cualquier día desde hoy, para todos o para una persona. Hasta que empiece puede cancelarla. Se puede elegir otro plan mientras la inscripción esté abierta, o después de un suceso como un nacimiento, una mudanza o la pérdida de otra cobertura.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.enrollment', '2018-01-01', 'en', 'marketplace', '2018-01-01', 'marketplace');
