-- A newer version of what people agree to when they sign: what the federal single streamlined application has people say, in
-- the marketplace's own words.
INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.application-rights', '2026-11-28', 'en', '42 CFR 433.145-433.148, 435.907(f), 435.610; 42 CFR 600.310; 45 CFR 155.305(f)(4), 155.310(d), 155.335(k), 155.405, 155.505; 52 U.S.C. 20506; Minn. Stat. 62V.06, 256B.15',
$text$# What you say by signing

[own] I, {signer}, sign this under penalty of perjury. That means: I have read the answers, and they are true and complete as far as I know. I know that federal and state law can punish me if I give false answers on purpose.

[behalf] I, {signer}, sign this for {consumer}, who has authorized me, under penalty of perjury. That means: the answers are those that {consumer} gave me, and they are true and complete as far as I know. I know that federal and state law can punish me if I give false answers on purpose. {consumer} is told at once, and what follows is about {consumer} and the household.

# Who asks for coverage

Nobody who asks for coverage here is in jail or prison, except the people of whom the answers say so. Everybody for whom coverage is asked knows about it, or is a child or somebody who cannot act alone.

# How answers are checked

The marketplace may compare the answers with data of other agencies, such as the Social Security Administration, the Internal Revenue Service, the Department of Homeland Security and the state. Where they differ, it asks for papers and says what to send.

# Tax data for the next years

[own] So that coverage can be renewed each year without a new application, I let the marketplace use data about income, with data from tax returns, for up to five years. It writes to me before each renewal, and I can change what is wrong. I can take this back at any time, or allow fewer years: I tell the marketplace so. Then it may have to ask me for papers each year.

[behalf] So that coverage can be renewed each year without a new application, {consumer} lets the marketplace use data about income, with data from tax returns, for up to five years. It writes to {consumer} before each renewal, and {consumer} can change what is wrong. {consumer} can take this back at any time, or allow fewer years, by telling the marketplace. Then it may have to ask for papers each year.

# What has to be reported

Changes have to be reported within 30 days: a move, other income, somebody who joins or leaves the household, a marriage or divorce, a pregnancy, other coverage, a change of immigration status, jail or prison. A change can change what each person gets.

# Medical Assistance and MinnesotaCare

Whoever gets Medical Assistance gives the state the right to be paid by others who have to pay for the care, such as an insurance, a settlement, a husband or wife, or a parent. If a parent of a child lives elsewhere, the state may ask for help in getting medical support from that parent. Who fears harm from this, for themselves or the child, says so and may not have to help.

After the death of somebody who was 55 or older, or who lived in an institution, the state may ask the estate to pay back certain long-term care that Medical Assistance paid for. Whoever gets MinnesotaCare pays a premium where one is due.

# The tax credit

Whoever takes the tax credit in advance files a federal tax return for the year, together with husband or wife where married, and compares there what was paid with what was due. Who got too much may have to pay it back. For the same months nobody gets the credit who can get Medical Assistance, MinnesotaCare, Medicare or affordable coverage from an employer.

# Your right to appeal

If you think that a decision is wrong, you can appeal it. The notice says how and until when. Somebody else may speak for you. If you think that an answer was wrong, report it at any time.

# Nobody is treated differently

Federal and state law forbid treating people differently because of race, color, national origin, sex, age or disability. State law forbids it because of religion, too. You can complain to the marketplace, and to the Office for Civil Rights of the U.S. Department of Health and Human Services.

# Your privacy

What you told us is used to decide about coverage and help with its costs, to run these programs, and for nothing else.

# Registering to vote

Citizens of 18 and older can register to vote, or report a new address for it. If you would like to do so, ask us for the form or register with the Secretary of State of Minnesota. Whether you register or not changes nothing in the coverage that you get, and nobody may press you either way.
$text$),
('text.application-rights', '2026-11-28', 'es', '42 CFR 433.145-433.148, 435.907(f), 435.610; 42 CFR 600.310; 45 CFR 155.305(f)(4), 155.310(d), 155.335(k), 155.405, 155.505; 52 U.S.C. 20506; Minn. Stat. 62V.06, 256B.15',
$text$# Lo que usted dice al firmar

[own] Yo, {signer}, firmo esto bajo pena de perjurio. Eso significa: he leído las respuestas, y son verdaderas y completas según lo que sé. Sé que la ley federal y estatal puede castigarme si doy respuestas falsas a propósito.

[behalf] Yo, {signer}, firmo esto por {consumer}, que me ha autorizado, bajo pena de perjurio. Eso significa: las respuestas son las que {consumer} me dio, y son verdaderas y completas según lo que sé. Sé que la ley federal y estatal puede castigarme si doy respuestas falsas a propósito. A {consumer} se le avisa de inmediato, y lo que sigue se refiere a {consumer} y a su hogar.

# Quién pide cobertura

Nadie que pide cobertura aquí está en la cárcel o en prisión, salvo las personas de quienes las respuestas lo dicen. Todas las personas para quienes se pide cobertura lo saben, o son niños o personas que no pueden actuar solas.

# Cómo se comprueban las respuestas

El mercado de seguros puede comparar las respuestas con datos de otras oficinas, como la Administración del Seguro Social, el Servicio de Impuestos Internos, el Departamento de Seguridad Nacional y el estado. Donde no coinciden, pide documentos y dice qué enviar.

# Datos de impuestos para los próximos años

[own] Para que la cobertura se pueda renovar cada año sin otra solicitud, permito que el mercado de seguros use datos de ingresos, incluso de las declaraciones de impuestos, hasta por cinco años. Me escribe antes de cada renovación, y puedo cambiar lo que esté mal. Puedo retirar este permiso en cualquier momento, o darlo por menos años: se lo digo al mercado de seguros. Entonces es posible que tenga que pedirme documentos cada año.

[behalf] Para que la cobertura se pueda renovar cada año sin otra solicitud, {consumer} permite que el mercado de seguros use datos de ingresos, incluso de las declaraciones de impuestos, hasta por cinco años. El mercado escribe a {consumer} antes de cada renovación, y {consumer} puede cambiar lo que esté mal. {consumer} puede retirar este permiso en cualquier momento, o darlo por menos años, diciéndoselo al mercado de seguros. Entonces es posible que tenga que pedir documentos cada año.

# Lo que hay que avisar

Los cambios se avisan en un plazo de 30 días: una mudanza, otro ingreso, alguien que llega al hogar o se va, un matrimonio o divorcio, un embarazo, otra cobertura, un cambio del estatus migratorio, la cárcel o la prisión. Un cambio puede cambiar lo que recibe cada persona.

# Asistencia Médica y MinnesotaCare

Quien recibe Asistencia Médica da al estado el derecho de cobrar a otros que deben pagar la atención, como un seguro, una indemnización, el esposo o la esposa, o uno de los padres. Si uno de los padres de un niño vive en otro lugar, el estado puede pedir ayuda para obtener de él apoyo médico. Quien teme que eso le haga daño, o se lo haga al niño, lo dice y tal vez no tenga que ayudar.

Después de la muerte de alguien que tenía 55 años o más, o que vivía en una institución, el estado puede pedir a la herencia que devuelva ciertos cuidados de largo plazo que pagó la Asistencia Médica. Quien recibe MinnesotaCare paga una prima donde corresponde.

# El crédito fiscal

Quien toma el crédito fiscal por adelantado presenta una declaración federal de impuestos del año, junto con su esposo o esposa si hay matrimonio, y compara allí lo que se pagó con lo que correspondía. Quien recibió demasiado puede tener que devolverlo. En los mismos meses no recibe el crédito quien puede tener Asistencia Médica, MinnesotaCare, Medicare o cobertura asequible de un empleador.

# Su derecho a apelar

Si cree que una decisión está mal, puede apelarla. El aviso dice cómo y hasta cuándo. Otra persona puede hablar por usted. Si cree que una respuesta estaba mal, avise en cualquier momento.

# A nadie se le trata de otra forma

La ley federal y estatal prohíbe tratar a las personas de otra forma por su raza, color, origen nacional, sexo, edad o discapacidad. La ley estatal también lo prohíbe por la religión. Puede quejarse ante el mercado de seguros y ante la Oficina de Derechos Civiles del Departamento de Salud y Servicios Humanos de los Estados Unidos.

# Su privacidad

Lo que nos dijo se usa para decidir sobre la cobertura y la ayuda con sus costos, para manejar estos programas y para nada más.

# Registrarse para votar

Los ciudadanos de 18 años o más pueden registrarse para votar, o avisar de una nueva dirección para ello. Si quiere hacerlo, pídanos el formulario o regístrese con el Secretario de Estado de Minnesota. Registrarse o no registrarse no cambia nada en la cobertura que recibe, y nadie puede presionarle.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.application-rights', '2026-11-28', 'en', 'marketplace', '2026-11-28', 'marketplace');
