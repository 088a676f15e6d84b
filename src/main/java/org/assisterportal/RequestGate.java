package org.assisterportal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns requests away by a page before anybody reads them: too large, or form data that can't be read. The page that says
 * so reads the form as empty.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestGate extends OncePerRequestFilter {
    private final long largest;

    RequestGate(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.largest = largest.toBytes();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new Told(request), response);
            return;
        }
        try {
            chain.doFilter(new Gated(request, request.getContentLengthLong() > largest), response);
        } catch (Unreadable unreadable) {
            // The CSRF check reads the form first, so the pages' own handling never sees this.
            if (unreadable.kind != null) {
                request.setAttribute(ErrorPages.KIND, unreadable.kind);
            }
            response.sendError(unreadable.status);
        }
    }

    /** A form that can't be read, and the kind of page that says so; null for what the status says. */
    private static final class Unreadable extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final @Nullable String kind;

        private Unreadable(int status, @Nullable String kind) {
            super("unreadable form", null);
            this.status = status;
            this.kind = kind;
        }

        static Unreadable of(IllegalStateException thrown, HttpServletRequest request) {
            // The server throws the plain exception where the texts among a form's files are too long together.
            int status = thrown instanceof InvalidParameterException told ? told.getErrorCode() : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            boolean texts = !(thrown instanceof InvalidParameterException) || hasTextsOnly(request);
            if (thrown.getCause() instanceof FileCountLimitExceededException) {
                return new Unreadable(status, "too-many-files");
            }
            return new Unreadable(status, texts && status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE ? "too-long" : null);
        }

        static boolean hasTextsOnly(HttpServletRequest request) {
            String type = request.getContentType();
            return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
    }

    /** Fails in one way as soon as its form is asked for and can't be read; before a byte of a far too large one is taken in. */
    private static final class Gated extends HttpServletRequestWrapper {
        private final boolean tooLarge;

        Gated(HttpServletRequest request, boolean tooLarge) {
            super(request);
            this.tooLarge = tooLarge;
        }

        private <T> T read(Supplier<T> form) {
            if (tooLarge) {
                throw new Unreadable(
                        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Unreadable.hasTextsOnly(this) ? "too-long" : null);
            }
            try {
                return form.get();
            } catch (IllegalStateException unreadable) {
                throw Unreadable.of(unreadable, this);
            }
        }

        @Override
        public String getParameter(String name) {
            return read(() -> super.getParameter(name));
        }

        @Override
        public String[] getParameterValues(String name) {
            return read(() -> super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return read(super::getParameterMap);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return read(super::getParameterNames);
        }
    }

    /** For the page that ends a request: what couldn't be read, which the server would fail at again, is nothing. */
    private static final class Told extends HttpServletRequestWrapper {
        Told(HttpServletRequest request) {
            super(request);
        }

        private boolean isReadable() {
            try {
                super.getParameterMap();
                return true;
            } catch (IllegalStateException unreadable) {
                return false;
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            return isReadable() ? super.getParameter(name) : null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return isReadable() ? super.getParameterValues(name) : null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return isReadable() ? super.getParameterMap() : Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return isReadable() ? super.getParameterNames() : Collections.emptyEnumeration();
        }
    }
}
