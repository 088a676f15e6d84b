package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;

/** What is sent lies in memory, never in a folder, and so much of it as fits. */
class UploadGateTests {
    private final UploadGate gate = new UploadGate(1, Duration.ofMillis(50));

    private static MockHttpServletRequest upload(boolean signedIn) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/coverage");
        request.setContentType("multipart/form-data; boundary=x");
        MockHttpSession session = new MockHttpSession();
        if (signedIn) {
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "somebody");
        }
        request.setSession(session);
        return request;
    }

    private int status(MockHttpServletRequest request, FilterChain during) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        gate.doFilter(request, response, during);
        return response.getStatus();
    }

    private static final FilterChain NOTHING = (request, response) -> {};

    @Test
    void whoFindsNoPlaceInTimeIsToldToTryAgain() throws Exception {
        int outer =
                status(
                        upload(true),
                        (request, response) -> {
                            MockHttpServletResponse second = new MockHttpServletResponse();
                            gate.doFilter(upload(true), second, NOTHING);
                            assertThat(second.getStatus()).isEqualTo(503);
                            assertThat(second.getHeader("Retry-After")).isEqualTo("30");
                        });
        assertThat(outer).isEqualTo(200);
        assertThat(status(upload(true), NOTHING)).as("the place is free again").isEqualTo(200);
    }

    @Test
    void aPlaceIsFreeAgainAlsoAfterAFault() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> status(upload(true), (request, response) -> {
                    throw new IllegalStateException("fault");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> assertThat(status(upload(true), NOTHING)).isEqualTo(200))).isNull();
    }

    @Test
    void strangersKeepNobodyWaitingAndOtherFormsNeedNoPlace() throws Exception {
        status(
                upload(false),
                (request, response) -> {
                    try {
                        assertThat(status(upload(true), NOTHING)).isEqualTo(200);
                        assertThat(status(upload(false), NOTHING)).isEqualTo(503);
                        MockHttpServletRequest texts = upload(false);
                        texts.setContentType("application/x-www-form-urlencoded");
                        assertThat(status(texts, NOTHING)).isEqualTo(200);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void thePlacesTakeAQuarterOfTheMemory() {
        DataSize largest = DataSize.ofMegabytes(13);
        assertThat(UploadGate.places(DataSize.ofMegabytes(384).toBytes(), largest)).as("three forms and a stranger's, twice 13 MB each").isEqualTo(3);
        assertThat(UploadGate.places(DataSize.ofGigabytes(2).toBytes(), largest)).isEqualTo(18);
    }

    @Test
    void nothingOfAFileIsWrittenToAFolderWhileItArrives() throws Exception {
        Properties settings = new Properties();
        try (InputStream in = UploadGateTests.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        DataSize threshold = DataSize.parse(settings.getProperty("spring.servlet.multipart.file-size-threshold"));
        assertThat(threshold).isGreaterThanOrEqualTo(DataSize.parse(settings.getProperty("spring.servlet.multipart.max-request-size")));
    }
}
