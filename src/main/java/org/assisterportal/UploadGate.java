package org.assisterportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many forms with files in at the same moment as fit into a quarter of the memory, and no more: what is sent lies
 * there until its request is over, so that nothing of it is ever written down unsealed. Whoever isn't signed in has a place
 * apart, so that strangers keep nobody waiting; who finds no place in time is told to try again.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class UploadGate extends OncePerRequestFilter {
    /** Of a form of the largest size: as it is read, and as one piece. */
    private static final int COPIES = 2;

    private static final int SHARE = 4;
    private static final int LEAST = 3;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int AGAIN_SECONDS = 30;

    private final Semaphore ours;
    private final Semaphore strangers = new Semaphore(1);
    private final Duration wait;

    @Autowired
    UploadGate(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this(places(Runtime.getRuntime().maxMemory(), largest), WAIT);
    }

    UploadGate(int places, Duration wait) {
        this.ours = new Semaphore(places, true);
        this.wait = wait;
    }

    /** The stranger's one is left out of the share. */
    static int places(long memory, DataSize largest) {
        return (int) Math.clamp(memory / SHARE / (COPIES * largest.toBytes()) - 1, LEAST, Integer.MAX_VALUE);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, MediaType.MULTIPART_FORM_DATA_VALUE.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore places = isSignedIn(request) ? ours : strangers;
        if (!enters(places)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(AGAIN_SECONDS));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean enters(Semaphore places) {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
