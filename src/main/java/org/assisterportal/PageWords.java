package org.assisterportal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assisterportal.identity.SessionPolicy;
import org.assisterportal.identity.SignInPage;
import org.assisterportal.identity.SignedIn;
import org.assisterportal.pages.Languages;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Hat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout shows on every page: who is signed in for whom and for how long, where this is, whom to call. */
@ControllerAdvice
class PageWords {
    private final String arcPhone;
    private final String marketplace;
    private final String baseUrl;
    private final boolean demo;
    private final SessionPolicy sessions;
    private final Languages languages;
    private final Clock clock;

    PageWords(
            @Value("${assisterportal.arc.phone}") String arcPhone,
            @Value("${assisterportal.marketplace}") String marketplace,
            @Value("${assisterportal.base-url}") String baseUrl,
            Environment environment,
            SessionPolicy sessions,
            Languages languages,
            Clock clock) {
        this.arcPhone = arcPhone;
        this.marketplace = marketplace;
        this.baseUrl = baseUrl;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.sessions = sessions;
        this.languages = languages;
        this.clock = clock;
    }

    /** Seconds from now; what the page's script begins with before it asks. */
    record SessionEnds(long idle, long longest) {}

    // One method for all: the framework prepares each anew, with its annotations, in every request.
    @ModelAttribute
    void say(@AuthenticationPrincipal @Nullable Actor actor, HttpServletRequest request, Model model) {
        SignedIn who = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in ? in : null;
        model.addAttribute("signedInAs", actor);
        model.addAttribute("organization", who == null ? null : who.organization());
        model.addAttribute("sessionEnds", who == null ? null : ends(who));
        // The page's own path, so that a bar of links can say which of them it is.
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("language", Languages.Language.of(Languages.current()));
        model.addAttribute("otherLanguages", otherLanguages(request));
        model.addAttribute("again", again(request));
        // Where the present person would sign in again, and their own account.
        model.addAttribute("signInPage", (actor == null ? SignInPage.ACCOUNT : SignInPage.of(actor)).path());
        model.addAttribute("ownPage", actor != null && actor.wears(Hat.CONSUMER) ? "/account/security" : "/me");
        model.addAttribute("arcPhone", arcPhone);
        model.addAttribute("marketplace", marketplace);
        model.addAttribute("baseUrl", baseUrl);
        model.addAttribute("demo", demo);
    }

    private SessionEnds ends(SignedIn who) {
        return new SessionEnds(
                sessions.idle().toSeconds(),
                Duration.between(clock.instant(), who.since().plus(sessions.longest())).toSeconds());
    }

    /** What the page can be read in besides its own language; work pages have one only. */
    private List<Languages.Language> otherLanguages(HttpServletRequest request) {
        return Languages.isForConsumers(PageLanguage.path(request)) ? languages.besides(Languages.current()) : List.of();
    }

    /** The address to come back to in another language: of a form that was sent, the page it was on. */
    private static String again(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getMethod().equals("GET")
                ? PageLanguage.path(request) + (query == null ? "" : "?" + query)
                : ErrorPages.cameFrom(request);
    }
}
