package org.assisterportal.learningcenter;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/** The roster's e-mail as typed. */
record LostKeyForm(
        @NotBlank(message = "{learn.email.shape}") @Email(message = "{learn.email.shape}") String email) {
    static final LostKeyForm EMPTY = new LostKeyForm("");

    LostKeyForm {
        email = email == null ? "" : email.strip();
    }
}
