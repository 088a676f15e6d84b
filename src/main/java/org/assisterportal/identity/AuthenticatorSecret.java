package org.assisterportal.identity;

/** What an authenticator app is given: {@code otpauth://…} for the picture, and the Base32 text to type. */
public record AuthenticatorSecret(String uri, String text) {}
