-- Proof is asked before the carrier is told (pre-enrollment verification). A changed tax credit is known to the marketplace, and
-- nobody is asked to prove violence: those events have no value here.
INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('enrollment.proof-days.lost-coverage', '2018-01-01', '30', '45 CFR 155.420(g), (d)(1): so many days from the signature to prove the loss of other coverage; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.birth', '2018-01-01', '30', '45 CFR 155.420(g), (d)(2)(i): so many days from the signature to prove a birth; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.adoption', '2018-01-01', '30', '45 CFR 155.420(g), (d)(2)(i): so many days from the signature to prove an adoption or placement; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.marriage', '2018-01-01', '30', '45 CFR 155.420(g), (d)(2)(i): so many days from the signature to prove a marriage; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.divorce-or-death', '2018-01-01', '30', '45 CFR 155.420(g), (d)(2)(ii): so many days from the signature to prove coverage lost by a divorce or a death; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.moved', '2018-01-01', '30', '45 CFR 155.420(g), (d)(7): so many days from the signature to prove a move; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.gained-status', '2018-01-01', '30', '45 CFR 155.420(g), (d)(3): so many days from the signature to prove a status that was gained; 0 where no proof is asked', 'marketplace'),
('enrollment.proof-days.released', '2018-01-01', '30', '45 CFR 155.420(g), (d)(3): so many days from the signature to prove a release from custody; 0 where no proof is asked', 'marketplace');

INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.enrollment', '2026-11-28', 'en', '45 CFR 155.310(d), 155.400, 155.410, 155.420(g), 155.430; 26 CFR 1.36B-4',
$text$# What you say by signing

[own] I, {signer}, choose the plans on this page for the people named with them. I have seen what each costs a month, what it covers and what is to be paid when care is used.

[behalf] I, {signer}, sign for {consumer}, who has authorized me. {consumer} has chosen the plans on this page, and knows what each costs a month and what is to be paid when care is used. {consumer} is told at once.

# The first payment

Coverage begins when the carrier has got the first payment by the day that its bill names. The marketplace tells the carrier today; the carrier sends the bill.

# If this page asks for a proof

Then the marketplace tells the carrier when the proof is accepted, and not before. If the proof does not come in time, the plans chosen here never begin, and plans that were to end because of them go on.

# If you take the tax credit in advance

Whoever takes the credit in advance files a federal tax return for the year, together with husband or wife where married, and compares the credit there with the income that the year really brought. Who got too much pays back; who got too little gets the rest. Changes of income or household are to be reported within 30 days.

# What you may do later

You can end coverage on any day from today on, for all or for one person. Until it begins you can cancel it. Another plan can be chosen while enrollment is open, or after an event such as a birth, a move or the loss of other coverage.
$text$),
('text.enrollment', '2026-11-28', 'es', '45 CFR 155.310(d), 155.400, 155.410, 155.420(g), 155.430; 26 CFR 1.36B-4',
$text$# Lo que usted dice al firmar

[own] Yo, {signer}, elijo los planes de esta página para las personas que están con ellos. He visto cuánto cuesta cada uno al mes, qué cubre y qué se paga cuando se usa la atención.

[behalf] Yo, {signer}, firmo por {consumer}, que me ha autorizado. {consumer} eligió los planes de esta página, y sabe cuánto cuesta cada uno al mes y qué se paga cuando se usa la atención. A {consumer} se le avisa de inmediato.

# El primer pago

La cobertura empieza cuando la compañía ha recibido el primer pago a más tardar el día que dice su factura. El mercado de seguros avisa hoy a la compañía; la compañía envía la factura.

# Si esta página pide una prueba

Entonces el mercado de seguros avisa a la compañía cuando la prueba se acepta, y no antes. Si la prueba no llega a tiempo, los planes elegidos aquí no empiezan nunca, y los planes que por ellos iban a terminar siguen.

# Si toma el crédito fiscal por adelantado

Quien toma el crédito por adelantado presenta una declaración federal de impuestos del año, junto con su esposo o esposa si hay matrimonio, y compara allí el crédito con el ingreso que hubo de verdad. Quien recibió demasiado devuelve; quien recibió muy poco recibe el resto. Los cambios de ingreso o de hogar se avisan en un plazo de 30 días.

# Lo que puede hacer después

Puede terminar la cobertura cualquier día desde hoy, para todos o para una persona. Hasta que empiece puede cancelarla. Se puede elegir otro plan mientras la inscripción esté abierta, o después de un suceso como un nacimiento, una mudanza o la pérdida de otra cobertura.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.enrollment', '2026-11-28', 'en', 'marketplace', '2026-11-28', 'marketplace');
