package org.assisterportal;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.shared.Hat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may reach which address: whatever isn't named here is denied. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean demo;
    private final boolean secure;
    private final Duration longestSession;
    private final Clock clock;

    SecurityConfiguration(
            @Value("${assisterportal.base-url}") String baseUrl,
            @Value("${assisterportal.session.longest:12h}") Duration longestSession,
            Environment environment,
            Clock clock) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.secure = baseUrl.startsWith("https:");
        this.longestSession = longestSession;
        this.clock = clock;
    }

    /** In a cookie, so that the sign-in page needs no session. */
    private CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(secure ? "__Host-csrf" : "csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        return tokens;
    }

    private AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry withDemo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return demo ? requests.requestMatchers("/demo", "/mailbox", "/mailbox/*").permitAll() : requests;
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                withDemo(requests)
                                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/vendor/**", "/css/**")
                                        .permitAll()
                                        .requestMatchers("/sign-in", "/sign-in/code", "/sign-in/hat")
                                        .permitAll()
                                        .requestMatchers("/activate/**", "/recover", "/recover/*")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.POST, "/sign-out")
                                        .authenticated()
                                        .requestMatchers("/me/password")
                                        .authenticated()
                                        .requestMatchers(HttpMethod.GET, "/", "/me")
                                        .authenticated()
                                        .requestMatchers(
                                                "/learn/sign-in", "/learn/sign-in/code", "/learn/lost-key")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.GET, "/learn/tip-sheet", "/help/*")
                                        .permitAll()
                                        .requestMatchers("/learn", "/learn/**")
                                        .hasAnyAuthority(SessionStart.LEARNER, Hat.ASSISTER.authority())
                                        .requestMatchers("/amp", "/amp/**")
                                        .hasAuthority(Hat.AGENCY_CONTACT.authority())
                                        .requestMatchers("/arc", "/arc/**")
                                        .hasAuthority(Hat.ARC_OFFICER.authority())
                                        .requestMatchers("/admin", "/admin/**")
                                        .hasAuthority(Hat.ADMINISTRATOR.authority())
                                        .requestMatchers("/portal", "/portal/**")
                                        .hasAuthority(Hat.ASSISTER.authority())
                                        .anyRequest()
                                        .denyAll())
                .addFilterBefore(new LongestSession(longestSession, clock), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .logout(logout -> logout.disable())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(
                                                                ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, denied) ->
                                        response.sendRedirect(
                                                request.getRequestURI().startsWith("/learn") ? "/learn/sign-in" : "/sign-in")))
                .build();
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(secure ? "__Host-session" : "session");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        // Lax, so that a link in a mail finds its reader signed in; POSTs carry a CSRF token.
        cookie.setSameSite("Lax");
        return cookie;
    }

    /** Signed-in people are kept in the session, and sessions in the database. */
    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Keeps the framework from making a user with a generated password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("sign-in has its own page");
        };
    }
}
