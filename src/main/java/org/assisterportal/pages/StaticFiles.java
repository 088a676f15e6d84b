package org.assisterportal.pages;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The addresses of style sheets, scripts and pictures with their content's hash, each worked out once. */
@Component("files")
public class StaticFiles {
    private final ResourceUrlProvider addresses;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    StaticFiles(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    /** The address of a file of the style sheets, scripts and pictures, for example {@code /css/site.css}. */
    public String address(String path) {
        return known.computeIfAbsent(path, one -> Objects.requireNonNull(addresses.getForLookupPath(one), one));
    }
}
