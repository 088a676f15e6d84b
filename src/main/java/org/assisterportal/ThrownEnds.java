package org.assisterportal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.assisterportal.shared.Conflict;
import org.assisterportal.shared.NotFound;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import java.io.IOException;

/**
 * Says once for all pages how a request ends that threw; the server's own log, which tells texts,
 * sees none of it.
 */
@ControllerAdvice
class ThrownEnds {
    private final Faults faults;

    ThrownEnds(Faults faults) {
        this.faults = faults;
    }

    @ExceptionHandler
    void end(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof RequestRejectedException) {
            throw thrown;
        }
        if (response.isCommitted()) {
            faults.note(request, thrown);
            return;
        }
        if (thrown instanceof ErrorResponse answer) {
            answer.getHeaders()
                    .forEach(
                            (name, values) ->
                                    values.forEach(value -> response.addHeader(name, value)));
        }
        HttpStatus status = status(thrown);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            faults.note(request, thrown);
        }
        send(response, status);
    }

    private static void send(HttpServletResponse response, HttpStatus status) throws IOException {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.sendError(status.value());
    }

    private static HttpStatus status(Exception thrown) {
        return switch (thrown) {
            case NotFound missing -> HttpStatus.NOT_FOUND;
            case Conflict stale -> HttpStatus.CONFLICT;
            case ConcurrencyFailureException lost -> HttpStatus.CONFLICT;
            case CannotCreateTransactionException full -> HttpStatus.SERVICE_UNAVAILABLE;
            case DataAccessResourceFailureException full -> HttpStatus.SERVICE_UNAVAILABLE;
            case MaxUploadSizeExceededException large -> HttpStatus.CONTENT_TOO_LARGE;
            case MultipartException upload -> HttpStatus.BAD_REQUEST;
            case TypeMismatchException shape -> HttpStatus.BAD_REQUEST;
            case BindException shape -> HttpStatus.BAD_REQUEST;
            case ErrorResponse answer -> HttpStatus.valueOf(answer.getStatusCode().value());
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
