package org.assisterportal;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Arrays;
import org.assisterportal.identity.SessionPolicy;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.Hat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Who may reach which address: whatever isn't named here is denied. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
    private static final String[] WORK_HATS =
            Arrays.stream(Hat.values()).filter(hat -> hat != Hat.CONSUMER).map(Hat::authority).toArray(String[]::new);

    private final boolean demo;
    private final boolean secure;

    SecurityConfiguration(
            @Value("${assisterportal.base-url}") String baseUrl, Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.secure = baseUrl.startsWith("https:");
    }

    /** In a cookie, so that the sign-in page needs no session. */
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(secure ? "__Host-csrf" : "csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        return tokens;
    }

    private AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry withDemo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return demo ? requests.requestMatchers("/demo", "/mailbox", "/mailbox/*").access(OpenToAll.PAGES) : requests;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionRepository<? extends Session> sessions,
            CookieSerializer sessionCookie,
            SessionPolicy lasting,
            WayBack back,
            DeniedRequests denied,
            Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                withDemo(requests)
                                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers("/actuator/health")
                                        .permitAll()
                                        .requestMatchers(WebConfiguration.STATIC)
                                        .permitAll()
                                        .requestMatchers("/session/keep")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/session/extend", "/session/held", "/session/held/*/*")
                                        .authenticated()
                                        .requestMatchers("/sign-in", "/sign-in/code", "/sign-in/hat", "/sign-in/terms")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/activate/**", "/recover", "/recover/*", "/factor/*")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers(HttpMethod.POST, "/language")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers(HttpMethod.POST, "/sign-out")
                                        .authenticated()
                                        .requestMatchers("/me", "/me/**")
                                        .hasAnyAuthority(WORK_HATS)
                                        .requestMatchers("/")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers(
                                                "/learn/sign-in", "/learn/sign-in/code", "/learn/lost-key")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/learn/tip-sheet", "/help/*")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers(
                                                "/directory", "/receipt", "/wrong/*", "/confirm", "/confirm/*")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/plans", "/plans/*")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/learn", "/learn/**")
                                        .hasAnyAuthority(SessionStart.LEARNER, Hat.ASSISTER.authority())
                                        .requestMatchers(
                                                "/account/sign-in", "/account/sign-in/code", "/account/sign-in/terms")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers(
                                                "/account/new", "/account/new/*", "/account/recover",
                                                "/account/recover/*")
                                        .access(OpenToAll.PAGES)
                                        .requestMatchers("/account", "/account/**")
                                        .hasAuthority(Hat.CONSUMER.authority())
                                        .requestMatchers("/coverage/*/conversation", "/coverage/*/plans/propose", "/coverage/*/plans/propose/*")
                                        .hasAuthority(Hat.ASSISTER.authority())
                                        // What a consumer sent is opened by nobody who helps them.
                                        .requestMatchers("/coverage/*/documents/*/files/*")
                                        .hasAuthority(Hat.CONSUMER.authority())
                                        // An assister proposes, the consumer answers.
                                        .requestMatchers("/coverage/*/plans/proposal/*")
                                        .hasAuthority(Hat.CONSUMER.authority())
                                        .requestMatchers("/coverage", "/coverage/**")
                                        .hasAnyAuthority(Hat.CONSUMER.authority(), Hat.ASSISTER.authority())
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
                .addFilterBefore(new RemainingTime(sessions, sessionCookie, lasting, clock), AuthorizationFilter.class)
                .addFilterBefore(new SessionLimits(lasting, clock), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .logout(logout -> logout.disable())
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                                        .crossOriginOpenerPolicy(
                                                policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                        .crossOriginResourcePolicy(
                                                policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                                        .httpStrictTransportSecurity(hsts -> hsts.disable())
                                        .addHeaderWriter(transportSecurity())
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(
                                                                ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                                (request, response, unknown) ->
                                                        response.sendRedirect(back.signInPage(request, response)))
                                        .accessDeniedHandler(denied))
                .build();
    }

    /** The public address decides, not the request: behind a proxy the request may look like plain http. */
    HstsHeaderWriter transportSecurity() {
        HstsHeaderWriter writer = new HstsHeaderWriter();
        writer.setRequestMatcher(request -> secure);
        return writer;
    }

    /** PostgreSQL's texts can't hold the character NUL, and no keyboard types it. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
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
