package org.assisterportal;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets, scripts, pictures and fonts. Their names carry the hash of their content, so browsers keep them for
 * good; only these paths are looked for as files, so that no link of a page is.
 */
@Configuration
class WebConfiguration implements WebMvcConfigurer {
    static final String[] STATIC = {"/css/**", "/js/**", "/img/**", "/vendor/**"};

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String path : STATIC) {
            registry.addResourceHandler(path)
                    .addResourceLocations("classpath:/static" + path.replace("**", ""))
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }
}
