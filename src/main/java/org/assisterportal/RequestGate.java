package org.assisterportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Enumeration;
import java.util.Map;

/**
 * Turns requests away by a page before anybody reads them: too large, or form data that can't be
 * read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestGate extends OncePerRequestFilter {
    private final long largest;

    RequestGate(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.largest = largest.toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(
                    request.getContentLengthLong() > largest ? new Unread(request) : request,
                    response);
        } catch (InvalidParameterException unreadable) {
            // The CSRF check reads the form first, so the pages' own handling never sees this.
            response.sendError(unreadable.getErrorCode());
        }
    }

    /** Fails as soon as its form is asked for, before a byte of it is taken in. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        private static InvalidParameterException tooLarge() {
            return new InvalidParameterException(
                    "too large", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }

        @Override
        public String getParameter(String name) {
            throw tooLarge();
        }

        @Override
        public String[] getParameterValues(String name) {
            throw tooLarge();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            throw tooLarge();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            throw tooLarge();
        }
    }
}
