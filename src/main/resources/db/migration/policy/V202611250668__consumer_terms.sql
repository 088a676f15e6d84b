INSERT INTO policy.policy_text (code, effective_from, language, clause, body) VALUES
('text.consumer-terms', '2018-01-01', 'en', 'Minn. Stat. 62V.06; 45 CFR 155.260, 155.1210',
$text$# What you promise

This account is yours alone. Never tell anybody your password or a code, not even somebody who helps you. Helpers sign in with their own account.

Tell the truth about yourself, and keep your name and your e-mail address up to date.

Tell us at once if somebody else may have used your account.

# What we promise

We keep what you give us safe. We use it to help you get coverage. We show it to a helper only when you said yes.

You can see who helps you and what they did for you. You can end their help at any time.

You can close your account at any time. The law makes us keep a record of what was done with it for ten years.
$text$),
('text.consumer-terms', '2018-01-01', 'es', 'Minn. Stat. 62V.06; 45 CFR 155.260, 155.1210',
$text$# Lo que usted promete

Esta cuenta es solo suya. Nunca le diga a nadie su contraseña ni un código, tampoco a la persona que le ayuda. Quienes ayudan usan su propia cuenta.

Diga la verdad sobre usted y mantenga al día su nombre y su correo electrónico.

Avísenos de inmediato si otra persona pudo haber usado su cuenta.

# Lo que nosotros prometemos

Cuidamos los datos que usted nos da. Los usamos para ayudarle a obtener cobertura. Se los mostramos a quien le ayuda solo cuando usted ha dicho que sí.

Usted puede ver quién le ayuda y qué hizo por usted. Puede terminar esa ayuda en cualquier momento.

Usted puede cerrar su cuenta en cualquier momento. La ley nos obliga a guardar durante diez años un registro de lo que se hizo con ella.
$text$);

INSERT INTO policy.text_review (code, effective_from, language, reviewed_by, reviewed_on, recorded_by) VALUES
('text.consumer-terms', '2018-01-01', 'en', 'marketplace', '2018-01-01', 'marketplace');
