package org.assisterportal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** How uploaded files are read. */
@Configuration
class UploadConfiguration {
    /** The page that tells of an unreadable upload must not try to read it again. */
    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR
                        && super.isMultipart(request);
            }
        };
    }
}
