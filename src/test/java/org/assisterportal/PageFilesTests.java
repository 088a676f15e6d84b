package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MarketplaceTest
class PageFilesTests {
    private static final String HASH = "-[0-9a-f]{32}\\.";

    @LocalServerPort private int port;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String cached(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Control").orElse("");
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void pagesLinkToFilesByTheirContentAndBrowsersKeepThoseForGood() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        assertThat(cached(page)).contains("no-store");
        for (String pattern :
                List.of(
                        "href=\"(/css/site" + HASH + "css)\"", "src=\"(/js/page" + HASH + "js)\"",
                        "href=\"(/vendor/uswds/css/uswds\\.min" + HASH + "css)\"", "href=\"(/img/favicon" + HASH + "svg)\"")) {
            HttpResponse<String> file = get(find(page.body(), pattern));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(cached(file)).contains("max-age=31536000", "public", "immutable");
        }
    }

    @Test
    void theStyleSheetNamesItsFontsByTheirContent() throws Exception {
        String sheet = get("/vendor/uswds/css/uswds.min.css").body();
        String font = find(sheet, "url\\((/vendor/uswds/fonts/[a-z0-9/-]+" + HASH + "woff2)\\)");
        HttpResponse<String> file = get(font);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(cached(file)).contains("immutable");
    }

    @Test
    void aFileThatDoesNotExistAndAFolderAreNotFound() throws Exception {
        assertThat(get("/js/none.js").statusCode()).isEqualTo(404);
        assertThat(get("/css/").statusCode()).isEqualTo(404);
    }
}
