package org.assisterportal;

import org.assisterportal.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page: who is signed in, and whom to call. */
@ControllerAdvice
class PageWords {
    private final String arcPhone;

    PageWords(@Value("${assisterportal.arc.phone}") String arcPhone) {
        this.arcPhone = arcPhone;
    }

    @ModelAttribute("signedInAs")
    @Nullable Actor signedInAs(@AuthenticationPrincipal @Nullable Actor actor) {
        return actor;
    }

    @ModelAttribute("arcPhone")
    String arcPhone() {
        return arcPhone;
    }
}
