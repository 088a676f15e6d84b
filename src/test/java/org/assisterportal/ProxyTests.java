package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@MarketplaceTest
class ProxyTests {
    @Autowired private ServletWebServerApplicationContext context;
    @LocalServerPort private int port;

    private List<String> answer(String path, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/sign-in/code", "/activate/authenticator", "/learn/sign-in/code", "/learn"})
    void noRedirectGoesToTheHostThatARequestNames(String path) throws IOException {
        assertThat(answer(path, "evil.example"))
                .anyMatch(line -> line.startsWith("Location: /"))
                .noneMatch(line -> line.contains("evil.example"));
    }

    @Test
    void aProbeMayNameAnyHost() throws IOException {
        assertThat(answer("/actuator/health", "10.0.0.7").getFirst()).contains("200");
    }

    @Test
    void onlyThisMachineIsBelievedAboutWhoAsks() {
        RemoteIpValve valve =
                Arrays.stream(
                                ((TomcatWebServer) Objects.requireNonNull(context.getWebServer()))
                                        .getTomcat().getEngine().getPipeline().getValves())
                        .filter(RemoteIpValve.class::isInstance)
                        .map(RemoteIpValve.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(valve.getInternalProxies()).contains("127.0.0.0/8").doesNotContain("10.0.0.0", "192.168", "172.16");
        assertThat(valve.getTrustedProxies()).isNull();
    }
}
