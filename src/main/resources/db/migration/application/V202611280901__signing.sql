-- What was signed: all answers in one canonical text with its hash, the words that were agreed to, and who signed, when,
-- and under which authorization on whose behalf. Never changed.
CREATE TABLE application.signature (
    application uuid PRIMARY KEY REFERENCES application.application,
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
    CHECK ((authorization_id IS NULL) = (authorization_number IS NULL))
);

-- What was determined from it: the facts, the version of the rules' data, and each answer with the rules that decided.
CREATE TABLE application.determination (
    application uuid PRIMARY KEY REFERENCES application.application,
    facts text NOT NULL,
    rules text NOT NULL,
    answers text NOT NULL,
    determined_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON application.signature, application.determination TO app, app_assister;

ALTER TABLE application.signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.signature FORCE ROW LEVEL SECURITY;
ALTER TABLE application.determination ENABLE ROW LEVEL SECURITY;
ALTER TABLE application.determination FORCE ROW LEVEL SECURITY;
CREATE POLICY product ON application.signature TO app USING (true) WITH CHECK (true);
CREATE POLICY product ON application.determination TO app USING (true) WITH CHECK (true);
CREATE POLICY seen ON application.signature FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = signature.application));
CREATE POLICY signed ON application.signature FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = signature.application AND p.status = 'DRAFT' AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));
CREATE POLICY seen ON application.determination FOR SELECT TO app_assister
    USING (EXISTS (SELECT 1 FROM application.application p WHERE p.id = determination.application));
CREATE POLICY determined ON application.determination FOR INSERT TO app_assister
    WITH CHECK (EXISTS (SELECT 1 FROM application.application p JOIN consumer.authority a ON a.consumer = p.consumer
        WHERE p.id = determination.application AND a.scope = 'APPLY'
          AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

-- A signed application is never changed, and neither is one that is over.
DROP POLICY product ON application.application;
CREATE POLICY product_reads ON application.application FOR SELECT TO app USING (true);
CREATE POLICY product_begins ON application.application FOR INSERT TO app WITH CHECK (status = 'DRAFT');
CREATE POLICY product_carries_on ON application.application FOR UPDATE TO app USING (status = 'DRAFT') WITH CHECK (true);
DROP POLICY carried_on ON application.application;
CREATE POLICY carried_on ON application.application FOR UPDATE TO app_assister
    USING (status = 'DRAFT' AND EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer
        AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)))
    WITH CHECK (EXISTS (SELECT 1 FROM consumer.authority a WHERE a.consumer = application.consumer AND a.scope = 'APPLY'
        AND a.assister = (SELECT nullif(current_setting('assisterportal.assister', true), '')::uuid)));

INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.application-rights', '2018-01-01', 'en', '42 CFR 435.907(f); 42 CFR 600.310; 45 CFR 155.310(d), 155.405; Minn. Stat. 62V.06',
$text$# What you say by signing

[own] I, {signer}, have read the answers. They are true and complete as far as I know. I know that the law may punish who gives false answers on purpose.

[behalf] I, {signer}, sign for {consumer}, who has authorized me. The answers are those that {consumer} gave me, and are true and complete as far as I know. {consumer} is told at once. I know that the law may punish who gives false answers on purpose.

# How answers are checked

The marketplace compares the answers with data of other agencies, such as the Social Security Administration, the tax office and the Department of Homeland Security. Where they differ, it asks for papers.

# What you have to report

Changes have to be reported within 30 days: a move, other income, somebody who joins or leaves the household, a pregnancy, other coverage. They can change what each person gets.

# Medical Assistance and MinnesotaCare

Whoever gets Medical Assistance gives the state the right to be paid by others who have to pay for the care, such as an insurance or a parent. After the death of somebody who was 55 or older, or lived in an institution, the state may ask the estate to pay back certain long-term care. Whoever gets MinnesotaCare pays a premium where one is due.

# The tax credit

Whoever takes the tax credit in advance files a federal tax return for the year, together with husband or wife where married, and reconciles the credit there. Who got too much may have to pay it back.

# Your rights

Nobody is treated differently because of race, color, national origin, sex, age, disability or religion. You can appeal every decision, and say at any time that an answer was wrong. What you told us is used for coverage and for nothing else.
$text$),
('text.application-rights', '2018-01-01', 'es', '42 CFR 435.907(f); 42 CFR 600.310; 45 CFR 155.310(d), 155.405; Minn. Stat. 62V.06',
$text$# Lo que usted dice al firmar

[own] Yo, {signer}, he leído las respuestas. Son verdaderas y completas según lo que sé. Sé que la ley puede castigar a quien da respuestas falsas a propósito.

[behalf] Yo, {signer}, firmo por {consumer}, que me ha autorizado. Las respuestas son las que {consumer} me dio, y son verdaderas y completas según lo que sé. A {consumer} se le avisa de inmediato. Sé que la ley puede castigar a quien da respuestas falsas a propósito.

# Cómo se comprueban las respuestas

El mercado de seguros compara las respuestas con datos de otras oficinas, como la Administración del Seguro Social, la oficina de impuestos y el Departamento de Seguridad Nacional. Donde no coinciden, pide documentos.

# Lo que hay que avisar

Los cambios se avisan en un plazo de 30 días: una mudanza, otro ingreso, alguien que llega al hogar o se va, un embarazo, otra cobertura. Pueden cambiar lo que recibe cada persona.

# Asistencia Médica y MinnesotaCare

Quien recibe Asistencia Médica da al estado el derecho de cobrar a otros que deben pagar la atención, como un seguro o uno de los padres. Después de la muerte de alguien que tenía 55 años o más, o que vivía en una institución, el estado puede pedir a la herencia que devuelva ciertos cuidados de largo plazo. Quien recibe MinnesotaCare paga una prima donde corresponde.

# El crédito fiscal

Quien toma el crédito fiscal por adelantado presenta una declaración federal de impuestos del año, junto con su esposo o esposa si hay matrimonio, y ajusta allí el crédito. Quien recibió demasiado puede tener que devolverlo.

# Sus derechos

A nadie se le trata de otra forma por su raza, color, origen nacional, sexo, edad, discapacidad o religión. Usted puede apelar cada decisión, y decir en cualquier momento que una respuesta estaba mal. Lo que nos dijo se usa para la cobertura y para nada más.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.application-rights', '2018-01-01', 'en', 'marketplace', '2018-01-01', 'marketplace');
