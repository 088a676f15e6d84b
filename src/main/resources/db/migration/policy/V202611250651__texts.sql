-- Texts that bind people, by language. A version is never changed; a newer one has a later day.
-- A line that begins with # is a heading, an empty line ends a paragraph, [word] before a paragraph says for which
-- choice it stands, and {word} is a name to be put in.
CREATE TABLE policy.policy_text (
    code text NOT NULL,
    effective_from date NOT NULL,
    language text NOT NULL,
    body text NOT NULL,
    clause text NOT NULL,
    PRIMARY KEY (code, effective_from, language)
);

-- Who has read a text and found it right; only added to. A text without a row here binds nobody.
CREATE TABLE policy.text_review (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code text NOT NULL,
    effective_from date NOT NULL,
    language text NOT NULL,
    reviewed_by text NOT NULL,
    reviewed_on date NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (code, effective_from, language) REFERENCES policy.policy_text
);
CREATE INDEX review_of_text ON policy.text_review (code, effective_from, language, recorded_at);

GRANT SELECT, INSERT ON policy.policy_text, policy.text_review TO app;
GRANT SELECT ON policy.policy_text, policy.text_review TO app_assister;

INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.authorization', '2018-01-01', 'en', '45 CFR 155.210(e)(6), 155.225(f); Minn. Stat. 62V.06',
$text$# Who helps you

{assister} of {agency} is certified by the marketplace to help people like you. The help is free. You, {consumer}, decide whether they may see your information and what they may do.

# What you allow

[apply] {assister} may see your account, your applications and your answers in them. They may start, change, sign and send an application for you, report changes, send in documents, choose a plan, enroll you and end your coverage. They may do this together with you or alone. Your answers must be true, so tell them the truth and read what they sent.

[see] {assister} may see your account, your applications and your answers in them. That is all. They may not change, sign or send anything, and they may not choose a plan for you. What you want changed, you change yourself.

# What they may not do

{assister} may not sign in as you or ask for your password. They may not use your information for anything else, give it to others or keep copies of it. They never see another adult's account, documents or private answers. They may not take money or gifts from you. They explain your choices; they may not push you toward one.

# No tax adviser and no attorney

{assister} is not acting as a tax adviser or as an attorney. They cannot give you tax advice or legal advice.

# No money from insurers

{assister} and {agency} may take no payment from an insurance company for enrolling you. They must tell you about any tie to an insurance company that they or their family have.

# Your privacy

{assister} can see private data such as birth dates, income and coverage. Every look and every change is recorded with their name and the time, as Minnesota law asks. You can read this record in your account. If something is wrong, say so there: your permission stops at once, and the marketplace looks into it.

# How to stop

You can stop at any time. You need no reason. Sign in, open Manage Assister and press Remove, or call the Assister Resource Center. It works at once. Your application and your coverage stay as they are.

# How long it lasts

Your permission lasts until you end it, or until the day you choose. While {assister} is not certified, they see nothing. If they are certified again, your permission works again, and we tell you. We keep the record of your permission for ten years.

# When you agree

You have read this text, or somebody has read it to you. You give your permission freely. You can apply for coverage without an assister.
$text$),
('text.authorization', '2018-01-01', 'es', '45 CFR 155.210(e)(6), 155.225(f); Minn. Stat. 62V.06',
$text$# Quién le ayuda

{assister}, de {agency}, tiene la certificación del mercado de seguros para ayudar a personas como usted. La ayuda es gratis. Usted, {consumer}, decide si puede ver su información y qué puede hacer.

# Lo que usted permite

[apply] {assister} puede ver su cuenta, sus solicitudes y las respuestas que usted dio en ellas. Puede empezar, cambiar, firmar y enviar una solicitud por usted, informar cambios, enviar documentos, elegir un plan, inscribirle y terminar su cobertura. Puede hacerlo junto con usted o sin usted. Sus respuestas deben ser ciertas: diga la verdad y lea lo que se envió.

[see] {assister} puede ver su cuenta, sus solicitudes y las respuestas que usted dio en ellas. Nada más. No puede cambiar, firmar ni enviar nada, y no puede elegir un plan por usted. Si usted quiere cambiar algo, lo cambia usted.

# Lo que no puede hacer

{assister} no puede iniciar sesión como usted ni pedirle su contraseña. No puede usar su información para otra cosa, darla a otros ni guardar copias. Nunca ve la cuenta, los documentos ni las respuestas privadas de otro adulto. No puede recibir dinero ni regalos de usted. Le explica sus opciones; no puede presionarle para que elija una.

# No es asesor de impuestos ni abogado

{assister} no actúa como asesor de impuestos ni como abogado. No puede darle consejos sobre impuestos ni consejos legales.

# Sin dinero de las aseguradoras

{assister} y {agency} no pueden recibir ningún pago de una compañía de seguros por inscribirle. Deben decirle si tienen, ellos o su familia, algún vínculo con una compañía de seguros.

# Su privacidad

{assister} puede ver datos privados, como fechas de nacimiento, ingresos y cobertura. Cada vez que mira o cambia algo, se registra con su nombre y la hora, como lo pide la ley de Minnesota. Usted puede leer este registro en su cuenta. Si algo está mal, dígalo allí: su permiso termina de inmediato y el mercado lo investiga.

# Cómo terminar

Usted puede terminar en cualquier momento, sin dar una razón. Inicie sesión, abra Administrar asistente y presione Quitar, o llame al Centro de Recursos para Asistentes. Vale de inmediato. Su solicitud y su cobertura quedan como están.

# Cuánto dura

Su permiso dura hasta que usted lo termine, o hasta el día que usted elija. Mientras {assister} no tenga la certificación, no ve nada. Si la vuelve a tener, su permiso vale otra vez y se lo avisamos. Guardamos el registro de su permiso durante diez años.

# Cuando usted acepta

Usted leyó este texto, o alguien se lo leyó. Usted da su permiso libremente. Puede solicitar cobertura sin un asistente.
$text$),
('text.authorization-privacy', '2018-01-01', 'en', 'Minn. Stat. 62V.06; Minn. Stat. 13.04, subd. 2; 45 CFR 155.260',
$text$# Before you agree: your private data

We ask for your permission so that {assister} can help you. You do not have to give it. If you do not, you can still apply by yourself, by phone or on paper, and nothing is taken from you.

# Who sees what

{assister} sees your name, birth date, address, phone, e-mail, your applications and the answers in them. An address that you marked confidential is not shown. {agency} sees how many people {assister} helps, and not who they are. Officers of the marketplace and its auditors see your data when their work needs it.

# What we do with it

We use your data to find, start and keep your coverage, and for nothing else. We check it with state and federal offices when you apply. We sell it to nobody.

# Every look is recorded

Each time somebody looks at your data, we record who it was and when. You find this in your account.
$text$),
('text.authorization-privacy', '2018-01-01', 'es', 'Minn. Stat. 62V.06; Minn. Stat. 13.04, subd. 2; 45 CFR 155.260',
$text$# Antes de aceptar: sus datos privados

Le pedimos su permiso para que {assister} pueda ayudarle. Usted no tiene que darlo. Si no lo da, puede presentar su solicitud sin ayuda, por teléfono o en papel, y no pierde nada.

# Quién ve qué

{assister} ve su nombre, fecha de nacimiento, dirección, teléfono, correo electrónico, sus solicitudes y las respuestas en ellas. No se muestra una dirección que usted marcó como confidencial. {agency} ve a cuántas personas ayuda {assister}, pero no quiénes son. Los funcionarios del mercado y sus auditores ven sus datos cuando su trabajo lo requiere.

# Qué hacemos con ellos

Usamos sus datos para encontrar, empezar y mantener su cobertura, y para nada más. Los revisamos con oficinas del estado y del gobierno federal cuando usted presenta una solicitud. No los vendemos a nadie.

# Cada consulta se registra

Cada vez que alguien mira sus datos, registramos quién fue y cuándo. Usted lo encuentra en su cuenta.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.authorization', '2018-01-01', 'en', 'marketplace', '2018-01-01', 'marketplace'),
('text.authorization-privacy', '2018-01-01', 'en', 'marketplace', '2018-01-01', 'marketplace');
